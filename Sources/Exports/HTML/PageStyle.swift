/// The look of pages (样式): restrained, in the manner of an official document; black on white, one red, muted state colours that
/// stay apart for the colour-blind and in grey print, where the letter tells.
package enum PageStyle {
    package static let common: StaticString = """
        :root {
          --ink: #1c1f23; --soft: #5b636d; --faint: #8a929b; --rule: #c9ced4; --hair: #e4e7ea; --wash: #f5f6f7; --red: #a4161a;
          --song: "FZXiaoBiaoSong-B05S", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun, serif;
          --hei: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Heiti SC", SimHei, sans-serif;
          --kai: "KaiTi_GB2312", KaiTi, STKaiti, "Kaiti SC", "Source Han Serif SC", "Noto Serif CJK SC", serif;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: #fff; color: var(--ink); font: 14px/1.65 var(--hei); font-variant-numeric: tabular-nums; }
        main { max-width: 1880px; margin: 0 auto; padding: 28px 32px 48px; }
        h1 { margin: 0 0 14px; font: 700 30px/1.35 var(--song); letter-spacing: .06em; text-align: center; }
        h2 { margin: 40px 0 12px; font: 700 20px/1.4 var(--song); letter-spacing: .03em; }
        h3 { margin: 24px 0 8px; font: 700 15px/1.5 var(--hei); }
        h3 small { margin-left: 10px; color: var(--soft); font-weight: 400; font-size: 13px; }
        p { margin: 0 0 10px; }
        a { color: inherit; }
        .masthead { border-bottom: 3px solid var(--red); padding: 6px 0 12px; margin-bottom: 20px; }
        .facts { display: flex; flex-wrap: wrap; justify-content: center; gap: 2px 28px; color: var(--soft); }
        .facts b { color: var(--ink); font-weight: 600; margin-right: 8px; }
        .note { color: var(--soft); font-size: 13px; }
        .none { color: var(--faint); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); }
        th, td { padding: 7px 9px; border: 1px solid var(--hair); vertical-align: top; text-align: left; overflow-wrap: anywhere; }
        th { background: var(--wash); font-weight: 600; white-space: nowrap; border-color: var(--rule); }
        td.d { white-space: nowrap; }
        td.n, th.n { text-align: right; white-space: nowrap; }
        tr > :first-child { border-left: 0; } tr > :last-child { border-right: 0; }
        .state { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
        .state i { display: inline-block; min-width: 1.6em; padding: 0 .25em; border: 1px solid; border-radius: 2px; font: 600 12px/1.5em var(--hei); text-align: center; }
        .state b { font-weight: 500; }
        .s-noReport i { color: #4b5563; background: #fff; border-style: dashed; border-color: #8b95a1; }
        .s-notStarted i { color: #fff; background: #6b7280; border-color: #6b7280; }
        .s-underWay i { color: #1e4e8c; background: #dfeaf7; border-color: #7fa6d4; }
        .s-done i { color: #fff; background: #2f6b4f; border-color: #2f6b4f; }
        .s-problem i { color: #6d4200; background: #fbe6bd; border-color: #d69b2d; }
        .s-overdue i { color: #fff; background: #a4161a; border-color: #a4161a; }
        .s-stale i { color: #5c4a8a; background: #ece7f6; border-color: #a596cf; }
        .s-suspect i { color: #7a1f5c; background: #fff; border: 2px solid #b65a96; }
        .evidence { margin: 0 0 8px; } .evidence:last-child { margin: 0; }
        .when { font-weight: 600; margin-right: 6px; white-space: nowrap; }
        q { quotes: "「" "」" "『" "』"; font-family: var(--kai); }
        .at { display: block; color: var(--faint); font-size: 12px; line-height: 1.45; }
        .mark { color: var(--red); font-weight: 600; }
        mark { background: #fdf0b5; color: inherit; }
        footer { margin-top: 36px; padding-top: 10px; border-top: 1px solid var(--rule); color: var(--faint); font-size: 12px; }
        .card { margin: 0 0 28px; border: 1px solid var(--rule); border-left: 3px solid var(--red); padding: 16px 22px; }
        .card > .words { font: 600 17px/1.7 var(--song); margin: 0 0 10px; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; margin: 0 0 12px; }
        dt { color: var(--soft); } dd { margin: 0; }
        .link { border-top: 1px solid var(--hair); padding: 12px 0 4px 16px; }
        .link dl { font-size: 13px; margin-top: 6px; }

        """

    package static let matrix: StaticString = """
        .overview { display: flex; flex-wrap: wrap; gap: 0; margin: 0 0 6px; border: 1px solid var(--rule); }
        .overview div { flex: 1 1 108px; padding: 10px 14px; border-right: 1px solid var(--hair); }
        .overview div:last-child { border-right: 0; }
        .overview b { display: block; font: 700 24px/1.3 var(--song); }
        .overview span { color: var(--soft); font-size: 13px; }
        .legend { display: flex; flex-wrap: wrap; gap: 6px 22px; padding: 10px 0; }
        .legend small { color: var(--soft); font-size: 13px; }
        .filter { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 14px; padding: 12px 14px; margin: 10px 0 14px; background: var(--wash); border: 1px solid var(--hair); }
        .filter label { display: block; color: var(--soft); font-size: 12px; }
        .filter select, .filter input { display: block; height: 32px; min-width: 150px; max-width: 320px; padding: 0 8px; border: 1px solid var(--rule); background: #fff; color: var(--ink); font: 14px var(--hei); }
        .filter button { height: 32px; padding: 0 16px; border: 1px solid var(--rule); background: #fff; color: var(--ink); font: 14px var(--hei); cursor: pointer; }
        .filter button:hover, .filter button:focus-visible { border-color: var(--red); color: var(--red); }
        .filter .note { margin-left: auto; align-self: center; }
        .matrix .wide { overflow: visible; }
        .matrix .band th { text-align: left; background: #fbf3f2; border-color: #ecd7d5; border-left: 3px solid var(--red); font: 400 13px/1.6 var(--hei); color: var(--soft); white-space: normal; break-after: avoid; }
        .matrix .band b { font: 700 14px/1.6 var(--song); color: var(--ink); }
        .matrix table { font-size: 13px; line-height: 1.6; table-layout: fixed; min-width: 1300px; }
        .matrix thead th { padding: 7px 2px; position: sticky; top: 0; z-index: 1; text-align: center; box-shadow: inset 0 -1px 0 var(--rule); white-space: normal; }
        .matrix td.task { font-family: var(--song); font-size: 14px; }
        .matrix td.c { text-align: center; }
        .matrix td ul { margin: 0; padding: 0; list-style: none; }
        .matrix td .state i { min-width: 1.5em; font-size: 11px; }
        .matrix .joint { white-space: nowrap; }
        .matrix tr:target td { background: #fffbe9; }
        .doc { font-family: var(--song); }
        .doc small { display: block; color: var(--faint); font-size: 12px; }
        .count { white-space: nowrap; display: block; }
        .less { color: var(--soft); }
        .gaps li { margin: 0 0 8px; }
        .gaps ol { margin: 0 0 6px; padding-left: 2.2em; }
        @media (min-width: 1100px), print { .gaps ol { columns: 2; column-gap: 48px; } .gaps li { break-inside: avoid; } }
        .gaps .task { font-family: var(--song); }
        .gaps details { border-top: 1px solid var(--hair); padding: 6px 0; }
        .gaps summary { cursor: pointer; font-weight: 600; padding: 2px 0; }
        .gaps summary small { margin-left: 10px; color: var(--soft); font-weight: 400; font-size: 13px; }
        .gaps h4 { margin: 8px 0 4px; font: 600 13px/1.5 var(--hei); color: var(--soft); }
        [hidden] { display: none !important; }
        @media screen and (min-width: 901px) and (max-width: 1640px) {
          .matrix table { font-size: 12px; }
          .matrix td, .matrix tbody th { padding: 6px; }
          .matrix td.task { font-size: 13px; }
          .matrix td.d, .matrix td .state { white-space: normal; }
        }
        @media screen and (max-width: 900px) {
          .matrix table, .matrix tbody, .matrix tr, .matrix td, .matrix th { display: block; min-width: 0; width: auto; }
          .matrix colgroup, .matrix thead { display: none; }
          .matrix table { border: 0; }
          .matrix tr { border: 1px solid var(--rule); border-left: 3px solid var(--red); margin: 0 0 14px; padding: 6px 4px; }
          .matrix tr.band { border: 0; padding: 0; }
          .matrix td { border: 0; padding: 4px 10px; text-align: left !important; }
          .matrix td:empty { display: none; }
          .matrix td::before { content: attr(data-label); display: block; color: var(--faint); font: 12px/1.5 var(--hei); }
          .filter label, .filter select, .filter input { width: 100%; max-width: none; }
        }

        """

    package static let print: StaticString = """
        @media screen and (max-width: 900px) { main { padding: 16px 14px 32px; } h1 { font-size: 22px; } dl { grid-template-columns: 1fr; } dt { margin-top: 4px; } }
        @page {
          size: A3 landscape; margin: 16mm 14mm 18mm;
          @bottom-center { content: "— " counter(page) " —"; font: 10pt "Noto Serif CJK SC", SimSun, serif; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Noto Sans CJK SC", SimHei, sans-serif; color: #777; }
        }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { font-size: 9.5pt; line-height: 1.5; }
          main { max-width: none; padding: 0; }
          .filter, .noprint { display: none !important; }
          .wide { overflow: visible; }
          table { font-size: 8.5pt !important; min-width: 0 !important; }
          th, td { padding: 3.5pt 4.5pt; }
          .matrix td.task { font-size: 9pt; }
          .at { font-size: 7.5pt; }
          thead { display: table-header-group; }
          .matrix thead th { position: static; }
          tr, .evidence, .card > .words, li { break-inside: avoid; }
          h2, h3, h4, summary { break-after: avoid; }
          footer { font-size: 8pt; }
        }

        """
}
