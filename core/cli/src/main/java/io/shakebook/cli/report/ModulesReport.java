// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.ModulePage.Section;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordSchema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modules, gates, look-ups and inventory types that are installed: all with one line each, or one in full. */
public final class ModulesReport {
    private static final int COLUMN = 24;
    private final Screen screen;
    private final Catalog catalog;

    public ModulesReport(Screen screen, Catalog catalog) {
        this.screen = screen;
        this.catalog = catalog;
    }

    public List<String> names() {
        List<String> names = new ArrayList<>(catalog.modules().keySet());
        names.addAll(catalog.lookups().keySet());
        names.addAll(catalog.types().keySet());
        return names;
    }

    public String list() {
        Page page = new Page(screen);
        for (ModulePage.Kind kind : ModulePage.Kind.values()) {
            List<ModulePage> pages = ModulePage.all(catalog).stream()
                    .filter(one -> one.kind() == kind)
                    .toList();
            if (!pages.isEmpty()) {
                page.line(Tone.STRONG, kind.title);
                pages.forEach(one -> page.entry(Tone.PLAIN, "  " + one.name(), COLUMN, Escaped.of(one.summary()), ""));
                page.blank();
            }
        }
        return page.line("One in full:  shakebook modules show NAME").toString();
    }

    /** Empty if there is none of this name; all of them if a module and a look-up share it. */
    public Optional<String> page(String name) {
        Page page = new Page(screen);
        List<ModulePage> pages = ModulePage.all(catalog).stream()
                .filter(one -> one.name().equals(name))
                .toList();
        pages.forEach(one -> add(page, one));
        return pages.isEmpty() ? Optional.empty() : Optional.of(page.toString());
    }

    private static void add(Page page, ModulePage one) {
        page.line(Tone.STRONG, one.name() + "  (" + one.kind().word + ")");
        page.paragraph(Tone.PLAIN, "  ", Escaped.of(one.summary()));
        one.description().lines().forEach(line -> page.paragraph(Tone.PLAIN, "  ", Escaped.of(line)));
        one.sections().forEach(section -> section(page, section));
        if (!one.permissions().isEmpty()) {
            page.blank().line(Tone.STRONG, "Needs to be allowed to");
            one.permissions().forEach(permission -> page.line("  " + Escaped.of(permission)));
        }
        one.examples().forEach(example -> {
            page.blank().line(Tone.STRONG, "Example: " + Escaped.of(example.title()));
            example.yaml().lines().forEach(line -> page.line("  " + Escaped.of(line)));
        });
        page.blank();
    }

    private static void section(Page page, Section section) {
        page.blank().line(Tone.STRONG, section.title());
        if (section.fields().isEmpty()) {
            page.line("  none");
        }
        section.lines().forEach(line -> {
            Field field = line.field();
            String label = "  ".repeat(line.above().size() + 1) + field.name();
            page.entry(Tone.PLAIN, label, COLUMN, Escaped.of(ModulePage.form(field, section)), "");
            if (!words(field).isEmpty()) {
                page.entry(Tone.PLAIN, "", COLUMN, Escaped.of(words(field)), "");
            }
        });
    }

    private static String words(Field field) {
        String example = field.example().isEmpty() ? "" : " (for example " + field.example() + ")";
        return field.doc() + example;
    }
}
