package org.commonwright.publish;

import java.nio.file.Path;
import java.util.Locale;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.design.ModuleBom;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.instructions.Instructions;
import org.commonwright.publish.instructions.InstructionsPage;
import org.commonwright.publish.instructions.InstructionsReader;
import org.commonwright.publish.page.HtmlPage;
import org.commonwright.publish.page.Page;
import org.commonwright.publish.page.PdfPage;
import org.commonwright.publish.sheet.BomSheet;
import org.commonwright.publish.sheet.DesignSheet;
import org.commonwright.publish.sheet.SheetFormat;
import org.commonwright.publish.sheet.SheetWriter;

/// Writes what a whole design says into files for others: the one way for the window and the command line.
public final class DesignExports {
    private final ModuleTree tree;
    private final Messages messages;

    /// @param messages the language of pages to read
    public DesignExports(ModuleTree tree, Messages messages) {
        this.tree = tree;
        this.messages = messages;
    }

    public ModuleTree tree() {
        return tree;
    }

    /// Every part once, with what `pieces` of the design need of it.
    public BomSheet flat(long pieces) {
        return BomSheet.flat(DesignSheet.about(tree.root()), Rollup.of(ModuleBom.of(tree.root()), pieces, null));
    }

    /// Each module with its rows below it, for one piece.
    public BomSheet nested() {
        return BomSheet.tree(DesignSheet.about(tree.root()), ModuleBom.of(tree.root()));
    }

    /// @throws Fault what [SheetWriter#write] throws, `files.not-written`
    public void save(BomSheet sheet, SheetFormat format, Path target) {
        new SheetWriter(messages).save(sheet, format, target);
    }

    /// Assembly instructions as HTML or PDF, by the file's name.
    ///
    /// @throws Fault `publish.page-format`, `publish.no-instructions`, `files.not-written`
    public Instructions saveInstructions(Path target) {
        Path name = target.getFileName();
        return saveInstructions(target, extension(name == null ? "" : name.toString()));
    }

    /// @param format `html` or `pdf`
    public Instructions saveInstructions(Path target, String format) {
        if (!format.equals("pdf") && !format.equals("html") && !format.equals("htm")) {
            throw new Fault("publish.page-format", format);
        }
        Instructions instructions = new InstructionsReader(messages.locale().getLanguage()).read(tree);
        write(InstructionsPage.of(instructions, messages), target, format);
        return instructions;
    }

    /// A page as HTML or PDF, by the file's name.
    ///
    /// @throws Fault `publish.page-format`, `files.not-written`
    public static void savePage(Page page, Path target) {
        Path name = target.getFileName();
        write(page, target, extension(name == null ? "" : name.toString()));
    }

    private static void write(Page page, Path target, String format) {
        switch (format) {
            case "pdf" -> AtomicFiles.replace(target, PdfPage.write(page));
            case "html", "htm" -> AtomicFiles.replace(target, HtmlPage.write(page));
            default -> throw new Fault("publish.page-format", format);
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
