// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordSchema.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages about modules, look-ups and inventory types for the documentation, in Markdown. */
public final class ModuleMarkdown {
    private final Catalog catalog;

    public ModuleMarkdown(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Text by file name; {@code README.md} lists the others. */
    public Map<String, String> pages() {
        List<ModulePage> all = ModulePage.all(catalog);
        Map<String, String> pages = new LinkedHashMap<>();
        for (ModulePage page : all) {
            pages.merge(page.name() + ".md", page(page), (one, other) -> one + "\n" + other);
        }
        pages.put("README.md", index(all));
        return pages;
    }

    private static String index(List<ModulePage> all) {
        StringBuilder text =
                new StringBuilder("# Modules\n\nMade when building, from what each module says of itself.\n");
        for (ModulePage.Kind kind : ModulePage.Kind.values()) {
            text.append("\n## ").append(kind.title).append("\n\n");
            all.stream()
                    .filter(page -> page.kind() == kind)
                    .forEach(page -> text.append("- [")
                            .append(page.name())
                            .append("](")
                            .append(page.name())
                            .append(".md): ")
                            .append(page.summary())
                            .append('\n'));
        }
        return text.toString();
    }

    private static String page(ModulePage page) {
        StringBuilder text = new StringBuilder("# ")
                .append(page.name())
                .append("\n\n*")
                .append(page.kind().word)
                .append("*. ")
                .append(page.summary())
                .append('\n');
        if (!page.description().isBlank()) {
            text.append('\n').append(page.description().strip()).append('\n');
        }
        page.sections().forEach(section -> section(text, section));
        if (!page.permissions().isEmpty()) {
            text.append("\n## Needs to be allowed to\n\n");
            page.permissions()
                    .forEach(permission -> text.append("- ").append(permission).append('\n'));
        }
        page.examples()
                .forEach(example -> text.append("\n## Example: ")
                        .append(example.title())
                        .append("\n\n```yaml\n")
                        .append(example.yaml().strip())
                        .append("\n```\n"));
        return text.toString();
    }

    private static void section(StringBuilder text, ModulePage.Section section) {
        text.append("\n## ").append(section.title()).append("\n\n");
        if (section.fields().isEmpty()) {
            text.append("None.\n");
            return;
        }
        text.append("| name | | what |\n|---|---|---|\n");
        for (ModulePage.Line line : section.lines()) {
            Field field = line.field();
            String example = field.example().isEmpty() ? "" : " (for example `" + field.example() + "`)";
            text.append(row("`" + line.path() + "`", ModulePage.form(field, section), field.doc() + example));
        }
    }

    private static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
