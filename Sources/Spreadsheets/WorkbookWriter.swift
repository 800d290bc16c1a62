import CLibXLSXWriter
import Glibc
import Provenance

extension Workbook {
    /// The workbook as the bytes of an XLSX file; the same workbook gives the same bytes. A4 or A3 is not left to the printer:
    /// every sheet is printed on A3 landscape, as wide as the page.
    /// - Throws: where no temporary file can be written, or the library refuses something.
    public func bytes() throws(Fault) -> [UInt8] {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/suyuan-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw Fault(.sheetCannotBeWritten(String(cString: strerror(errno))), at: Place(file: path)) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let file = try WorkbookFile(path)
        try file.describe(self)
        for sheet in sheets { try file.add(sheet) }
        try file.save()
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Fault(.sheetCannotBeWritten(String(cString: strerror(errno))), at: Place(file: path)) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}

/// One workbook of libxlsxwriter, which it owns: it is freed when it is saved, or else with this object.
private final class WorkbookFile {
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var isFirst = true

    init(_ path: String) throws(Fault) {
        // The library writes into the file that is there, and zips with the year 1980 in every entry.
        book = workbook_new(path)
        guard book != nil else { throw Fault(.sheetCannotBeWritten("out of memory")) }
    }

    deinit { if let book { lxw_workbook_free(book) } }

    func save() throws(Fault) {
        guard let book else { return }
        self.book = nil
        try check(workbook_close(book))
    }

    func describe(_ workbook: Workbook) throws(Fault) {
        var code = LXW_NO_ERROR
        withCopy(of: workbook.title) { title in
            withCopy(of: "suyuan") { author in
                var properties = lxw_doc_properties()
                properties.title = title
                properties.author = author
                // Zero would mean now.
                properties.created = max(1, workbook.created)
                code = workbook_set_properties(book, &properties)
            }
        }
        try check(code)
    }

    func add(_ sheet: Worksheet) throws(Fault) {
        guard let book, let page = workbook_add_worksheet(book, sheet.name) else {
            throw Fault(.sheetCannotBeWritten(sheet.name))
        }
        if isFirst { worksheet_activate(page) }
        isFirst = false
        for (index, column) in sheet.columns.enumerated() {
            var options = lxw_row_col_options()
            options.hidden = column.isHidden ? 1 : 0
            try check(worksheet_set_column_opt(page, UInt16(index), UInt16(index), column.width, nil, &options))
        }
        // A merged area is blanked as it is made; what its cells hold is written afterwards.
        for area in sheet.merged {
            let style = cell(sheet, area.rows.lowerBound, area.columns.lowerBound)?.style ?? CellStyle()
            try check(
                worksheet_merge_range(
                    page, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound), UInt32(area.rows.upperBound),
                    UInt16(area.columns.upperBound), "", try format(style)))
        }
        for (index, row) in sheet.rows.enumerated() {
            try check(worksheet_set_row(page, UInt32(index), min(row.height, Worksheet.heightLimit), nil))
            for (column, cell) in row.cells.enumerated() { try write(cell, to: page, UInt32(index), UInt16(column)) }
        }
        try lay(out: sheet, page)
        for choice in sheet.choices { try offer(choice, on: page) }
        for bar in sheet.bars { try draw(bar.area, bar.ink, on: page) }
    }

    private func cell(_ sheet: Worksheet, _ row: Int, _ column: Int) -> Worksheet.Cell? {
        guard sheet.rows.indices.contains(row), sheet.rows[row].cells.indices.contains(column) else { return nil }
        return sheet.rows[row].cells[column]
    }

    private func write(
        _ cell: Worksheet.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
    ) throws(Fault) {
        let format = try format(cell.style)
        switch cell.content {
        case .blank: try check(worksheet_write_blank(page, row, column, format))
        case .text(let text): try check(worksheet_write_string(page, row, column, Self.fitting(text), format))
        case .number(let value): try check(worksheet_write_number(page, row, column, value, format))
        case .pieces(let pieces):
            let filled = pieces.filter { !$0.text.isEmpty }
            let length = filled.reduce(0) { $0 + $1.text.utf16.count }
            // The library takes two pieces or more.
            guard filled.count > 1, length <= Self.textLimit else {
                let text = Self.fitting(filled.map(\.text).joined())
                return try check(worksheet_write_string(page, row, column, text, format))
            }
            try write(filled, cell.style, to: page, row, column)
        }
    }

    private func write(
        _ pieces: [Worksheet.Piece], _ style: CellStyle, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
        _ column: UInt16
    ) throws(Fault) {
        var tuples: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = []
        defer {
            for case let tuple? in tuples {
                free(tuple.pointee.string)
                tuple.deallocate()
            }
        }
        for piece in pieces {
            let tuple = UnsafeMutablePointer<lxw_rich_string_tuple>.allocate(capacity: 1)
            tuple.initialize(to: lxw_rich_string_tuple(format: try format(piece.style ?? style), string: strdup(piece.text)))
            tuples.append(tuple)
        }
        var list = tuples + [nil]
        try check(worksheet_write_rich_string(page, row, column, &list, try format(style)))
    }

    private func lay(out sheet: Worksheet, _ page: UnsafeMutablePointer<lxw_worksheet>) throws(Fault) {
        worksheet_set_landscape(page)
        worksheet_set_paper(page, Self.paperA3)
        // In inches; the footer stands inside the lower margin.
        worksheet_set_margins(page, 0.4, 0.4, 0.5, 0.65)
        worksheet_fit_to_pages(page, 1, 0)
        worksheet_center_horizontally(page)
        worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        worksheet_set_zoom(page, 100)
        if !sheet.header.isEmpty { try check(worksheet_set_header(page, sheet.header)) }
        if !sheet.footer.isEmpty { try check(worksheet_set_footer(page, sheet.footer)) }
        if let frozen = sheet.frozen { worksheet_freeze_panes(page, UInt32(frozen.row), UInt16(frozen.column)) }
        if let area = sheet.filter {
            try check(
                worksheet_autofilter(
                    page, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound), UInt32(area.rows.upperBound),
                    UInt16(area.columns.upperBound)))
        }
        if let rows = sheet.repeated { try check(worksheet_repeat_rows(page, UInt32(rows.lowerBound), UInt32(rows.upperBound))) }
        if let area = sheet.printed {
            try check(
                worksheet_print_area(
                    page, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound), UInt32(area.rows.upperBound),
                    UInt16(area.columns.upperBound)))
        }
        if let tab = sheet.tab { worksheet_set_tab_color(page, tab) }
        if sheet.isHidden { worksheet_hide(page) }
    }

    private func offer(_ choice: Worksheet.Choice, on page: UnsafeMutablePointer<lxw_worksheet>) throws(Fault) {
        var words: [UnsafeMutablePointer<CChar>?] = choice.words.map { strdup($0) } + [nil]
        let (title, hint) = (strdup(choice.title), strdup(choice.hint))
        defer {
            for word in words + [title, hint] { free(word) }
        }
        var code = LXW_NO_ERROR
        words.withUnsafeMutableBufferPointer { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.value_list = list.baseAddress
            validation.input_title = title
            validation.input_message = hint
            validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
            code = worksheet_data_validation_range(
                page, UInt32(choice.area.rows.lowerBound), UInt16(choice.area.columns.lowerBound),
                UInt32(choice.area.rows.upperBound), UInt16(choice.area.columns.upperBound), &validation)
        }
        try check(code)
    }

    private func draw(_ area: Worksheet.Area, _ ink: UInt32, on page: UnsafeMutablePointer<lxw_worksheet>) throws(Fault) {
        var bar = lxw_conditional_format()
        bar.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        bar.bar_color = ink
        bar.bar_solid = 1
        bar.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        bar.min_value = 0
        try check(
            worksheet_conditional_format_range(
                page, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound), UInt32(area.rows.upperBound),
                UInt16(area.columns.upperBound), &bar))
    }

    // MARK: Looks

    private func format(_ style: CellStyle) throws(Fault) -> UnsafeMutablePointer<lxw_format> {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(book) else { throw Fault(.sheetCannotBeWritten("out of memory")) }
        format_set_font_name(format, style.font)
        format_set_font_size(format, style.size)
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        format_set_font_color(format, style.ink)
        if let fill = style.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            // White is the library's word for no colour.
            format_set_fg_color(format, fill == 0xFFFFFF ? 0xFEFEFE : fill)
        }
        if let border = style.border {
            format_set_border(format, Self.line(border))
            format_set_border_color(format, style.borderInk)
        }
        format_set_align(format, Self.alignment(style.horizontal))
        format_set_align(format, Self.alignment(style.vertical))
        if style.wraps { format_set_text_wrap(format) }
        if let number = style.numberFormat { format_set_num_format(format, number) }
        formats[style] = format
        return format
    }

    private static func line(_ border: CellStyle.Border) -> UInt8 {
        switch border {
        case .thin: UInt8(LXW_BORDER_THIN.rawValue)
        case .dashed: UInt8(LXW_BORDER_DASHED.rawValue)
        case .medium: UInt8(LXW_BORDER_MEDIUM.rawValue)
        }
    }

    private static func alignment(_ side: CellStyle.Horizontal) -> UInt8 {
        switch side {
        case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
        case .centre: UInt8(LXW_ALIGN_CENTER.rawValue)
        case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
        }
    }

    private static func alignment(_ side: CellStyle.Vertical) -> UInt8 {
        switch side {
        case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
        case .middle: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
        case .bottom: UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)
        }
    }

    // MARK: Limits

    /// Characters of a cell, in UTF-16 units (ECMA-376 as Excel keeps it).
    private static let textLimit = 32_767
    private static let paperA3: UInt8 = 8

    /// Longer text than a cell holds is cut, and says so.
    private static func fitting(_ text: String) -> String {
        guard text.utf16.count > textLimit else { return text }
        var units = 0
        let kept = text.unicodeScalars.prefix { scalar in
            units += scalar.value > 0xFFFF ? 2 : 1
            return units < textLimit
        }
        return String(kept) + "…"
    }

    private func withCopy(of text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Void) {
        let copy = strdup(text)
        defer { free(copy) }
        body(copy)
    }

    private func check(_ code: lxw_error) throws(Fault) {
        guard code == LXW_NO_ERROR else {
            throw Fault(.sheetCannotBeWritten(lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)"))
        }
    }
}
