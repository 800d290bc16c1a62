import ArgumentParser
import Intake

/// How files are read (读入选项).
struct ReadingFlags: ParsableArguments {
    @Flag(help: "Read scanned pages by OCR (tesseract), where it is installed. What it reads may be wrong and is marked.")
    var ocr = false

    var options: ReadingOptions { ReadingOptions(ocr: ocr) }
}
