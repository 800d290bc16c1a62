/// The look of the site (网站样式), on top of what all pages share (`PageStyle.common`): dense, for people who read it all day.
enum SiteStyle {
    static let site: StaticString = """
        :root { --link: #1b4a86; --good: #2f6b4f; --bar: #fbfbfa; }
        body { background: #fff; font-size: 14px; line-height: 1.6; }
        main { max-width: 1640px; padding: 18px 28px 40px; outline: none; }
        .wide-page main { max-width: none; }
        a { color: var(--link); text-decoration: none; }
        a:hover { text-decoration: underline; }
        :focus-visible { outline: 2px solid var(--red); outline-offset: 1px; }
        .skip { position: absolute; left: -9999px; }
        .skip:focus { left: 12px; top: 8px; z-index: 20; padding: 6px 12px; background: #fff; border: 1px solid var(--red); }
        header.site { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; padding: 0 28px; background: #fff; border-bottom: 3px solid var(--red); }
        header.site .brand { display: flex; align-items: baseline; gap: 10px; padding: 9px 0; color: var(--ink); }
        header.site .brand:hover { text-decoration: none; }
        header.site .brand b { font: 700 22px/1.2 var(--song); letter-spacing: .14em; color: var(--red); }
        header.site .brand span { color: var(--soft); font-size: 12px; }
        header.site nav { display: flex; flex-wrap: wrap; flex: 1 1 auto; }
        header.site nav a { padding: 11px 12px; color: var(--ink); font-size: 15px; white-space: nowrap; }
        header.site nav a:hover { background: var(--wash); text-decoration: none; }
        header.site nav a[aria-current] { color: var(--red); font-weight: 600; box-shadow: inset 0 -3px 0 var(--red); }
        header.site .find input { width: 180px; }
        header.site .who { display: flex; align-items: center; gap: 12px; color: var(--soft); font-size: 13px; white-space: nowrap; }
        header.site .who form { margin: 0; }
        footer.site { max-width: 1640px; margin: 0 auto; padding: 10px 28px 24px; border-top: 1px solid var(--hair); color: var(--faint); font-size: 12px; }
        .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 28px; margin: 0 0 12px; }
        .title h1 { margin: 0; font: 700 23px/1.4 var(--song); letter-spacing: .03em; text-align: left; overflow-wrap: anywhere; }
        .title .facts { margin: 0; justify-content: flex-start; font-size: 13px; }
        h2 { margin: 26px 0 8px; padding-left: 9px; border-left: 4px solid var(--red); font: 700 17px/1.35 var(--song); letter-spacing: .02em; }
        h2 small, h3 small { margin-left: 9px; color: var(--soft); font: 400 13px var(--hei); letter-spacing: 0; }
        h3 { margin: 16px 0 6px; font-size: 14px; }
        input, select, button, textarea, .button { height: 31px; padding: 0 9px; border: 1px solid var(--rule); border-radius: 2px; background: #fff; color: var(--ink); font: 14px var(--hei); max-width: 100%; }
        textarea { height: auto; padding: 6px 9px; }
        input[type=checkbox], input[type=radio] { height: auto; }
        button, .button { display: inline-flex; align-items: center; gap: 6px; padding: 0 14px; cursor: pointer; white-space: nowrap; }
        button:hover, .button:hover { border-color: var(--red); color: var(--red); text-decoration: none; }
        button.main { background: var(--red); border-color: var(--red); color: #fff; }
        button.main:hover { background: #84090d; color: #fff; }
        button.plain { height: auto; padding: 0; border: 0; background: none; color: var(--link); font-size: inherit; }
        .filter { display: grid; grid-template-columns: repeat(auto-fill, minmax(158px, 1fr)); gap: 6px 12px; padding: 10px 12px 12px; margin: 0 0 12px; background: var(--wash); border: 1px solid var(--hair); }
        .filter label span { display: block; color: var(--soft); font-size: 12px; line-height: 1.5; }
        .filter select, .filter input { width: 100%; }
        .filter .buttons { display: flex; gap: 8px; align-items: end; }
        .notice { padding: 9px 14px; margin: 0 0 14px; border: 1px solid var(--rule); border-left: 4px solid var(--soft); background: var(--wash); }
        .notice.bad { border-left-color: var(--red); background: #fdf4f3; }
        .notice.good { border-left-color: var(--good); background: #f2f8f4; }
        .notice p { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
        .badge { display: inline-block; margin-right: 6px; padding: 0 6px; border: 1px solid var(--rule); border-radius: 2px; color: var(--soft); font-size: 12px; line-height: 1.55; }
        .badge.bad { border-color: #d9a3a4; color: var(--red); }
        .badge.good { border-color: #9cc3ae; color: var(--good); }
        .at { display: inline-block; margin-right: 8px; overflow-wrap: anywhere; }
        td > .at, li > .at { display: block; }
        .note { overflow-wrap: anywhere; }
        .more { display: inline-block; margin-top: 6px; font-size: 13px; }
        table.tight th, table.tight td { padding: 4px 8px; }
        th a { color: inherit; }
        tr.band th { padding: 6px 10px; background: #fbf3f2; border-left: 4px solid var(--red); font: 700 14px/1.5 var(--song); white-space: normal; text-align: left; }
        tr.band th .at { display: inline; margin-left: 12px; font: 400 12px var(--hei); }
        tr.band th a { color: var(--ink); }
        .bar { display: block; width: 100%; height: 12px; border: 1px solid var(--rule); background: #fff; }
        .f-done { fill: #2f6b4f; } .f-underWay { fill: #9dbfe6; } .f-stale { fill: #c0b5e0; } .f-problem { fill: #e9b949; } .f-notStarted { fill: #6b7280; }
        .f-overdue { fill: #a4161a; } .f-suspect { fill: #c987b3; } .f-noReport { fill: #fff; }
        .states { display: inline-flex; flex-wrap: wrap; gap: 3px 10px; }
        .states a { color: var(--ink); gap: 4px; }
        .states a b { font-weight: 400; font-size: 13px; }
        .bar-line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px 20px; margin: 0 0 8px; }
        .exports { display: inline-flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; font-size: 13px; }
        .tabs { display: inline-flex; border: 1px solid var(--rule); }
        .tabs a { padding: 3px 16px; color: var(--ink); border-right: 1px solid var(--rule); }
        .tabs a:last-child { border-right: 0; }
        .tabs a[aria-current] { background: var(--red); color: #fff; }
        .pager { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin: 14px 0; }
        .pager a, .pager b { min-width: 32px; padding: 3px 10px; border: 1px solid var(--rule); text-align: center; }
        .pager b { background: var(--red); border-color: var(--red); color: #fff; font-weight: 400; }
        .pager .note { margin-left: 10px; }
        .list { margin: 0; padding: 0; list-style: none; }
        .list > li { padding: 6px 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
        .list .state { vertical-align: -2px; margin-right: 4px; }
        kbd { padding: 0 5px; border: 1px solid var(--rule); border-bottom-width: 2px; border-radius: 3px; background: #fff; color: var(--soft); font: 11px/1.5 monospace; }
        .js { display: none; }
        .has-js .js { display: inline-flex; }

        """

    static let pages: StaticString = """
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(118px, 1fr)); margin: 0 0 6px; padding: 0; list-style: none; border: 1px solid var(--rule); }
        .tiles li { border-right: 1px solid var(--hair); border-bottom: 1px solid var(--hair); margin: 0 -1px -1px 0; }
        .tiles a { display: block; padding: 9px 14px 10px; color: var(--ink); }
        .tiles a:hover { background: var(--wash); text-decoration: none; }
        .tiles b { display: block; font: 700 25px/1.25 var(--song); }
        .tiles span { color: var(--soft); font-size: 13px; }
        .tiles .bad b { color: var(--red); } .tiles .good b { color: var(--good); }
        .standing h2 { margin-top: 18px; }
        .standing .bar { height: 20px; }
        .legend { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 8px 0 4px; padding: 0; list-style: none; }
        .legend a { display: inline-flex; align-items: center; gap: 7px; color: var(--ink); }
        .legend .figure { font: 700 16px var(--song); }
        .legend small { color: var(--faint); }
        .columns { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); gap: 0 36px; }
        .coverage { margin: 0; padding: 0; list-style: none; }
        .coverage li { padding: 8px 0 9px; border-bottom: 1px solid var(--hair); }
        .coverage .name { margin-bottom: 4px; overflow-wrap: anywhere; font-family: var(--song); font-size: 15px; line-height: 1.5; }
        .coverage .name .at { font-family: var(--hei); margin-left: 10px; }
        .coverage .figures { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px; margin-top: 4px; font-size: 13px; }
        .clauses { table-layout: auto; font-size: 13px; }
        .clauses td.no { width: 44px; text-align: right; color: var(--soft); }
        .clauses td.task { width: 34%; font-size: 14px; }
        .clauses .path { display: block; color: var(--faint); font-size: 12px; line-height: 1.45; }
        .clauses .words { color: var(--ink); font-family: var(--song); }
        .clauses .words:hover { color: var(--link); }
        .clauses td.owners { width: 17%; }
        .clauses td.latest { width: 26%; }
        .clauses ul { margin: 0; padding: 0; list-style: none; }
        .clauses li small, .trace li small { margin-right: 5px; color: var(--faint); }
        .clauses li .state { margin-left: 5px; }
        .clauses li .state i { font-size: 11px; min-width: 1.5em; }
        .count { display: block; white-space: nowrap; }
        .documents td.name { width: 42%; font-family: var(--song); font-size: 15px; }
        .bodies td.name { width: 38%; }
        .bodies td .states { margin-top: 3px; }
        .trace { margin: 0 0 30px; }
        .subject { padding: 14px 20px 12px; border: 1px solid var(--rule); border-left: 4px solid var(--red); }
        .crumbs { margin: 0 0 4px; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
        .subject .words { margin: 0 0 8px; padding: 0; border: 0; text-align: left; letter-spacing: 0; font: 700 19px/1.65 var(--song); overflow-wrap: anywhere; }
        .verdict { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin: 0 0 8px; }
        blockquote { margin: 0 0 10px; padding: 8px 14px; background: var(--wash); font-family: var(--song); line-height: 1.8; overflow-wrap: anywhere; }
        .subject dl { font-size: 13px; gap: 2px 14px; overflow-wrap: anywhere; }
        .timeline > ol { margin: 0; padding: 0; list-style: none; }
        .evidence-item { display: grid; grid-template-columns: 118px minmax(0, 1fr); gap: 0 22px; padding: 0; outline-offset: 3px; }
        .evidence-item .day { padding: 10px 0; text-align: right; font-weight: 600; font-size: 13px; overflow-wrap: anywhere; }
        .evidence-item .said { position: relative; padding: 9px 0 12px 22px; border-left: 2px solid var(--rule); }
        .evidence-item .said::before { content: ""; position: absolute; left: -7px; top: 16px; width: 8px; height: 8px; border: 2px solid var(--good); border-radius: 50%; background: #fff; }
        .evidence-item.against .said::before { border-color: var(--red); border-radius: 0; }
        .evidence-item.status-confirmed .said::before { background: var(--good); }
        .evidence-item.against.status-confirmed .said::before { background: var(--red); }
        .evidence-item.status-rejected q { text-decoration: line-through; color: var(--faint); }
        .weak .said { border-left-style: dashed; }
        .evidence-item q { display: block; margin-bottom: 3px; font-size: 16px; line-height: 1.7; overflow-wrap: anywhere; }
        .evidence-item q a { color: var(--ink); }
        .evidence-item .badges { margin: 0 0 2px; }
        .evidence-item p.at { display: block; margin: 0; }
        .evidence-item details { font-size: 13px; color: var(--soft); }
        .evidence-item summary { cursor: pointer; }
        .evidence-item details ul, .reviews { margin: 2px 0 4px; padding-left: 20px; }
        .reviews { color: var(--good); font-size: 13px; }
        .decide { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0 0; }
        .decide input[type=text] { flex: 1 1 160px; max-width: 320px; height: 29px; font-size: 13px; }
        .decide button { height: 29px; padding: 0 10px; font-size: 13px; }
        .decide .decision-confirm { border-color: var(--good); color: var(--good); }
        .decide .decision-reject { border-color: #c98a8c; color: var(--red); }
        .chain ol { margin: 0; padding: 0; list-style: none; }
        .chain li { padding: 5px 0 5px 14px; border-left: 2px solid var(--hair); overflow-wrap: anywhere; }
        .chain .subject { border-width: 0 0 0 4px; padding: 6px 0 6px 14px; background: #fdf8f7; }
        .depth-1 { margin-left: 26px; } .depth-2 { margin-left: 52px; } .depth-3 { margin-left: 78px; } .depth-4 { margin-left: 104px; } .depth-5, .depth-6 { margin-left: 130px; }
        .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0; }
        .login { max-width: 360px; margin: 8vh auto 0; padding: 24px 30px 30px; border: 1px solid var(--rule); border-top: 4px solid var(--red); }
        .login label { display: block; margin: 0 0 12px; }
        .login label span { display: block; color: var(--soft); font-size: 13px; }
        .login input { width: 100%; height: 36px; }
        .login button { width: 100%; height: 36px; justify-content: center; }
        .filter.slim { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); padding: 6px 12px 8px; }
        .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border: 1px solid var(--rule); border-top: 4px solid var(--red); }
        .pair .side { padding: 4px 20px 8px; }
        .pair .side + .side { border-left: 1px solid var(--rule); }
        .pair h2 { margin-top: 10px; }
        .pair .words { margin: 0 0 8px; font: 700 18px/1.7 var(--song); overflow-wrap: anywhere; }
        .pair .words a { color: var(--ink); }
        .pair dl { font-size: 13px; overflow-wrap: anywhere; }
        .pair .why { grid-column: 1 / -1; padding: 8px 20px 12px; border-top: 1px solid var(--rule); background: var(--wash); }
        .pair .why ul { margin: 0 0 6px; padding-left: 18px; font-size: 13px; columns: 2; }
        .pair .why p { margin: 0 0 4px; }
        .decide-bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
        .decide-bar .decide { flex: 1 1 420px; }
        .decide-bar .decide input[type=text] { height: 34px; max-width: 520px; }
        .decide-bar button, .decide-bar .button { height: 34px; font-size: 15px; }
        .upload { margin: 0 0 8px; }
        .drop { display: block; padding: 34px 24px; border: 2px dashed var(--rule); background: var(--wash); text-align: center; cursor: pointer; }
        .drop b { display: block; font: 700 17px var(--song); }
        .drop span { color: var(--soft); }
        .drop input { display: block; width: auto; height: auto; margin: 12px auto 0; padding: 6px; max-width: 100%; }
        .drop.over { border-color: var(--red); background: #fdf4f3; }
        .preview { padding: 8px 16px; margin: 0 0 10px; border: 1px solid var(--hair); border-left: 3px solid var(--soft); overflow-wrap: anywhere; }
        .preview h3 { margin: 2px 0 6px; }
        .preview h3 .badge { margin-left: 10px; font-weight: 400; }
        .preview .words { font-family: var(--song); font-size: 15px; }
        .preview details { font-size: 13px; }
        progress { width: 100%; height: 14px; accent-color: var(--red); }
        .notice .row { margin-top: 8px; }
        .notice form { margin: 0; }
        .offers { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 18px; }
        .offers article { padding: 2px 20px 14px; border: 1px solid var(--rule); }
        .check { display: block; margin: 0 0 12px; }
        .search-form { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 12px; }
        .search-form input { flex: 1 1 280px; max-width: 560px; height: 36px; font-size: 16px; }
        .search-form button { height: 36px; }
        .hits { margin: 0; padding: 0; list-style: none; }
        .hits li { padding: 10px 0; border-bottom: 1px solid var(--hair); }
        .passage { margin: 0 0 2px; font-family: var(--song); font-size: 15px; line-height: 1.75; overflow-wrap: anywhere; }
        .more-places { margin: 0; }
        mark { padding: 0 1px; background: #fde98a; box-shadow: 0 0 0 1px #f2d24e; }
        .reader { display: grid; grid-template-columns: 290px minmax(0, 1fr); gap: 0 34px; align-items: start; }
        .reader aside { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 4px 8px 20px 0; font-size: 13px; }
        .reader summary { font-weight: 600; cursor: pointer; }
        .outline { margin: 6px 0 0; padding: 0; list-style: none; }
        .outline li { padding: 2px 0; line-height: 1.45; }
        .outline a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; color: var(--ink); }
        .outline .level-1 { font-weight: 600; } .outline .level-2 { padding-left: 14px; } .outline .level-3 { padding-left: 28px; } .outline .level-4 { padding-left: 42px; }
        .marks { display: grid; grid-template-columns: 1fr 1fr; gap: 2px 8px; margin: 0; padding: 0; list-style: none; }
        .marks input { margin: 0 6px 0 0; vertical-align: -1px; }
        .findings { margin: 0; padding-left: 18px; }
        .links { display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0 8px; }
        .source { max-width: 820px; padding: 26px 44px 40px; border: 1px solid var(--hair); box-shadow: 0 1px 4px rgb(0 0 0 / 7%); font-family: var(--song); font-size: 16px; line-height: 2; overflow-wrap: anywhere; }
        .source p { margin: 0 0 4px; text-indent: 2em; }
        .source .field, .source .furniture, .source .page-mark, .source td p { text-indent: 0; }
        .source .n-title { margin: 14px 0 18px; font: 700 23px/1.6 var(--song); text-align: center; }
        .source .n-issuer, .source .n-masthead { color: var(--red); font: 700 19px/1.6 var(--song); text-align: center; }
        .source .n-number, .source .n-issueNumber { text-align: center; }
        .source .closing { margin-top: 18px; text-align: right; }
        .source .closing .n-issuer { color: inherit; font: inherit; text-align: right; }
        .source h2, .source h3, .source h4 { margin: 14px 0 4px; padding: 0; border: 0; font: 700 17px/1.9 var(--song); text-indent: 2em; }
        .source h2 { font-family: var(--hei); } .source h3 { font-family: var(--kai); }
        .source .long { font-weight: 400; font-size: 16px; }
        .source .furniture { color: var(--faint); font-size: 12px; text-align: center; }
        .source .page-mark { color: var(--faint); font: 12px var(--hei); border-top: 1px dashed var(--rule); text-align: right; }
        .source table { font-size: 14px; line-height: 1.6; margin: 8px 0; }
        .source .directive { scroll-margin-top: 12px; }
        .f { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
        .k-requirement { border-bottom: 2px solid #7fa6d4; } .k-action { border-bottom: 2px solid #5fa180; } .k-plan { border-bottom: 2px dotted #a596cf; }
        .k-problem { border-bottom: 2px dashed #c8453b; } .k-body { background: #eef3f9; } .k-date { background: #f3f0e4; } .k-quantity { background: #eef5ee; }
        .k-cite { color: #4a3f7a; }
        label.fact-key { border: 0; background: none; }
        .unit { display: inline-block; margin: 0 2px 0 0; padding: 0 3px; border: 1px solid currentColor; border-radius: 2px; font: 11px/1.35 var(--hei); text-indent: 0; vertical-align: 2px; }
        .k-requirement > .unit { color: #1e4e8c; } .k-action > .unit { color: #2f6b4f; } .k-problem > .unit { color: #a4161a; }
        .no-requirement .k-requirement, .no-action .k-action, .no-plan .k-plan, .no-problem .k-problem { border-bottom-color: transparent; }
        .no-requirement .k-requirement > .unit, .no-action .k-action > .unit, .no-problem .k-problem > .unit { display: none; }
        .no-body .k-body, .no-date .k-date, .no-quantity .k-quantity { background: none; } .no-cite .k-cite { color: inherit; }
        :target { scroll-margin-top: 80px; }
        .f:target, .source p:target, .source td:target { background: #fff6d2; }
        .permalink { position: absolute; z-index: 10; box-shadow: 0 2px 8px rgb(0 0 0 / 18%); }
        .grid { max-height: calc(100vh - 120px); overflow: auto; border: 1px solid var(--rule); }
        .grid table { width: auto; min-width: 100%; border: 0; font-size: 13px; border-collapse: separate; border-spacing: 0; }
        .grid th, .grid td { padding: 4px 6px; border-width: 0 1px 1px 0; border-style: solid; border-color: var(--hair); }
        .grid thead th { position: sticky; top: 0; z-index: 2; background: var(--wash); vertical-align: bottom; border-bottom: 2px solid var(--rule); }
        .grid .fixed { position: sticky; left: 0; z-index: 1; background: #fff; }
        .grid thead .fixed { z-index: 3; background: var(--wash); }
        .grid td.no, .grid th.no { width: 40px; min-width: 40px; text-align: right; color: var(--soft); }
        .grid .fixed.task { left: 40px; min-width: 320px; max-width: 320px; font-weight: 400; white-space: normal; box-shadow: 1px 0 0 var(--rule); }
        .grid tbody .task a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; color: var(--ink); font-family: var(--song); line-height: 1.5; }
        .grid .due { white-space: nowrap; }
        .grid .upright { min-width: 38px; max-width: 46px; text-align: center; }
        .grid .upright span { display: inline-block; writing-mode: vertical-rl; text-orientation: upright; max-height: 190px; overflow: hidden; line-height: 1.15; letter-spacing: .02em; font-weight: 400; }
        .grid .period { text-align: center; }
        .grid td.on, .grid td.all { text-align: center; white-space: nowrap; }
        .grid td.on small { margin-left: 2px; color: var(--soft); font-size: 11px; }
        .grid td.off { background: #fcfcfc; }
        .grid tr.band th { font: 700 13px/1.5 var(--song); background: #fbf3f2; }
        .grid tr.band td { background: #fbf3f2; }
        .legend-line { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 8px; font-size: 13px; }
        .role-key small { margin-right: 4px; color: var(--soft); }

        """

    static let narrow: StaticString = """
        @media screen and (max-width: 900px) {
          main { padding: 12px 14px 30px; }
          header.site { padding: 0 14px; gap: 0 12px; }
          header.site .brand span { display: none; }
          header.site nav { order: 3; flex: 1 0 100%; flex-wrap: nowrap; overflow-x: auto; margin: 0 -14px; padding: 0 6px; border-top: 1px solid var(--hair); scrollbar-width: none; }
          header.site nav a { padding: 8px 10px; }
          header.site .find { flex: 1 1 120px; }
          header.site .find input { width: 100%; }
          footer.site { padding: 10px 14px 20px; }
          .title h1 { font-size: 20px; }
          .columns, .reader { grid-template-columns: minmax(0, 1fr); }
          .reader aside { position: static; max-height: none; padding: 0; }
          .source { padding: 14px 14px 24px; box-shadow: none; font-size: 16px; line-height: 1.85; }
          .filter { grid-template-columns: 1fr 1fr; }
          .cards, .cards tbody, .cards tr, .cards td { display: block; width: auto !important; }
          .cards thead { display: none; }
          .cards { border: 0; }
          .cards tr { margin: 0 0 10px; padding: 6px 2px; border: 1px solid var(--rule); border-left: 3px solid var(--red); }
          .cards tr.band { margin: 14px 0 8px; padding: 0; border: 0; }
          .cards tr.band th { display: block; }
          .cards td { padding: 3px 10px; border: 0; text-align: left !important; white-space: normal; }
          .cards td:empty { display: none; }
          .cards td::before { content: attr(data-label) " "; color: var(--faint); font: 12px/1.5 var(--hei); }
          .cards td.task::before, .cards td.name::before, .cards td.no { content: none; display: none; }
          .evidence-item { grid-template-columns: minmax(0, 1fr); }
          .evidence-item .day { padding: 10px 0 0; text-align: left; }
          .evidence-item .said { padding-left: 14px; }
          .depth-1 { margin-left: 10px; } .depth-2 { margin-left: 20px; } .depth-3 { margin-left: 30px; } .depth-4, .depth-5, .depth-6 { margin-left: 40px; }
          .subject { padding: 10px 12px; }
          .pair { grid-template-columns: minmax(0, 1fr); }
          .pair .side { padding: 2px 12px 6px; }
          .pair .side + .side { border-left: 0; border-top: 1px solid var(--rule); }
          .pair .why ul { columns: 1; }
          .grid .fixed.task { position: static; min-width: 210px; max-width: 210px; }
          .grid { max-height: none; }
          dl { grid-template-columns: minmax(0, 1fr); }
        }

        """

    static let print: StaticString = """
        @page { size: A4; margin: 16mm 14mm; @bottom-center { content: "— " counter(page) " —"; font: 9pt "Noto Serif CJK SC", SimSun, serif; } }
        @page wide { size: A3 landscape; margin: 14mm 12mm; @bottom-center { content: "— " counter(page) " —"; font: 9pt "Noto Serif CJK SC", SimSun, serif; } }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { font-size: 9.5pt; }
          .wide-page { page: wide; }
          header.site, .filter, .search-form, .exports, .tabs, .pager, .decide, .skip, .reader aside, .permalink { display: none !important; }
          main { max-width: none; padding: 0; }
          a { color: inherit; }
          .columns, .reader { display: block; }
          .source { max-width: none; padding: 0; border: 0; box-shadow: none; }
          .grid { max-height: none; overflow: visible; border: 0; }
          .grid table { font-size: 8pt; min-width: 0; width: 100%; }
          .grid thead { display: table-header-group; }
          .grid thead th, .grid .fixed { position: static; }
          .grid .fixed.task { min-width: 60mm; max-width: 90mm; }
          .grid tbody .task a { display: block; -webkit-line-clamp: none; }
          tr, li, blockquote { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          footer.site { padding: 4pt 0 0; font-size: 8pt; }
        }

        """

    static let icon: StaticString = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#a4161a"/><path d="M8 7h16M8 13h16M8 19h9M8 25h5" stroke="#fff" stroke-width="2.6" fill="none"/><circle cx="23" cy="22" r="4" fill="none" stroke="#fff" stroke-width="2.4"/></svg>

        """
}
