// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.SourceTree.Unreadable;
import io.shakebook.engine.source.TreePaths;
import io.shakebook.engine.source.Utf8;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the content of a file: a text, or a template with values set by key. */
final class FileBinder {
    private static final List<String> KEYS = List.of("template", "set");

    private final BindingContext context;

    FileBinder(BindingContext context) {
        this.context = context;
    }

    /** A template that was read. @param shown as the user would name it */
    private record Template(String shown, String text, Optional<FileFormat> format, Position at) {}

    Bound bind(String name, Arg arg) {
        if (arg instanceof Arg.Leaf leaf) {
            return new SingleBinder(context).plain(name, leaf);
        }
        if (!(arg instanceof Arg.Fields fields)) {
            return context.failed(
                    "wrong-type",
                    "\"" + name + "\" must be " + Slot.Single.FILE.words() + ", but this is a list",
                    arg.at(),
                    "write a text, or template: and set:");
        }
        boolean unknown = false;
        for (Arg.Field field : fields.fields()) {
            if (!KEYS.contains(field.name())) {
                unknown = true;
                context.failed(
                        "unknown-key",
                        "\"" + field.name() + "\" is not a key of a file",
                        field.keyAt(),
                        Nearest.remedy(field.name(), "keys", KEYS));
            }
        }
        Optional<Arg> path = field(fields, "template");
        if (path.isEmpty()) {
            return unknown
                    ? Bound.FAILED
                    : context.failed(
                            "missing-key",
                            "\"" + name + "\" names no template",
                            fields.at(),
                            "write \"template: templates/my.toml\"");
        }
        Optional<Template> template = template(path.get());
        return template.isEmpty() || unknown ? Bound.FAILED : set(template.get(), field(fields, "set"));
    }

    private Optional<Template> template(Arg path) {
        if (!(path instanceof Arg.Leaf leaf
                && leaf.literal()
                && leaf.value() instanceof Value.Known known
                && known.value() instanceof String relative)) {
            context.failed(
                    "wrong-type",
                    "\"template\" must be the path of a file, as a plain text",
                    path.at(),
                    "write a path that starts from the playbook's folder");
            return Optional.empty();
        }
        Optional<String> inside = TreePaths.inside(context.root(), context.folder(), relative);
        if (inside.isEmpty()) {
            context.failed(
                    "outside-of-root",
                    "\"" + relative + "\" leaves the playbooks' folder",
                    leaf.at(),
                    "copy the template beside the playbook");
            return Optional.empty();
        }
        String full = inside.get();
        try {
            Optional<byte[]> bytes = context.files().read(full);
            if (bytes.isEmpty()) {
                context.failed(
                        "no-template",
                        "there is no template \"" + context.files().shown(full) + "\"",
                        leaf.at(),
                        "name a file; the path starts from the playbook's folder");
            }
            String shown = context.files().shown(full);
            return bytes.flatMap(content -> Utf8.decode(shown, content, context.problems()))
                    .map(text -> new Template(shown, text, context.formats().ofFile(relative), leaf.at()));
        } catch (Unreadable unreadable) {
            context.failed(
                    "unreadable-template", String.valueOf(unreadable.getMessage()), leaf.at(), "name another file");
            return Optional.empty();
        }
    }

    private Bound set(Template template, Optional<Arg> set) {
        if (template.format().isEmpty()) {
            return set.isEmpty()
                    ? new Bound.Done(FileContent.of(Text.of(template.text())))
                    : context.failed(
                            "template-format",
                            "nothing can be set in \"" + template.shown() + "\": its ending names no known format",
                            set.get().at(),
                            "use a template that ends in .toml, .yaml, .json or .properties");
        }
        Map<String, Arg.Field> given = new LinkedHashMap<>();
        if (set.isPresent()) {
            if (!(set.get() instanceof Arg.Fields fields)) {
                return context.failed(
                        "wrong-type", "\"set\" must be a map", set.get().at(), "write key: value, one a line");
            }
            fields.fields().forEach(field -> given.put(field.name(), field));
        }
        TemplateHoles holes = new TemplateHoles(
                template.text() + texts(given.values()), template.format().get().name());
        Map<String, Object> values = new LinkedHashMap<>();
        boolean failed = false;
        for (Arg.Field field : given.values()) {
            if (field.value() instanceof Arg.Leaf leaf
                    && !leaf.literal()
                    && leaf.value() instanceof Value.Absent absent) {
                return context.failed(
                        "no-value", absent.why(), leaf.at(), "give it a value, or say what to do without: first(…, …)");
            }
            Optional<Object> value = holes.placeholder(field.value());
            failed |= value.isEmpty();
            if (value.isPresent()) {
                values.put(field.name(), value.get());
            } else if (!(field.value() instanceof Arg.Leaf leaf && leaf.value() instanceof Value.Faulty)) {
                context.failed(
                        "wrong-type",
                        "\"" + field.name() + "\" cannot be set to a list, a map or nothing",
                        field.value().at(),
                        "write a text, a number or a boolean");
            }
        }
        Optional<String> written = written(template, template.format().get(), values, given);
        if (written.isEmpty() || failed) {
            return Bound.FAILED;
        }
        return holes.open()
                ? Bound.OPEN
                : new Bound.Done(new FileContent(
                        holes.filled(written.get()), template.format().get().name()));
    }

    /** All that will be written as it is. */
    private static String texts(Collection<Arg.Field> given) {
        StringBuilder texts = new StringBuilder();
        for (Arg.Field field : given) {
            Optional<Text> text = field.value() instanceof Arg.Leaf leaf ? Texts.of(leaf.value()) : Optional.empty();
            text.ifPresent(known -> known.parts().forEach(part -> {
                if (part instanceof Text.Literal literal) {
                    texts.append(literal.text()).append('\n');
                }
            }));
        }
        return texts.toString();
    }

    private Optional<String> written(
            Template template, FileFormat format, Map<String, Object> values, Map<String, Arg.Field> given) {
        try {
            return Optional.of(format.set(template.text(), values));
        } catch (FileFormat.Broken broken) {
            List<String> lines = template.text().lines().toList();
            for (FileFormat.Broken.Flaw flaw : broken.flaws()) {
                String line = flaw.line() <= lines.size() ? lines.get(flaw.line() - 1) : "";
                Position in =
                        new Position(template.shown(), Math.max(1, flaw.line()), Math.max(1, flaw.column()), 1, line);
                context.failed(
                        "broken-template",
                        "the template is no readable " + format.name() + ": " + flaw.what() + " (used at "
                                + template.at() + ")",
                        in,
                        "correct the template");
            }
        } catch (FileFormat.Unsettable unsettable) {
            unsettable.why().forEach((key, why) -> {
                Arg.Field field = given.get(key);
                List<String> keys = keys(format, template.text());
                boolean known = keys.contains(key);
                Position at =
                        field == null ? template.at() : known ? field.value().at() : field.keyAt();
                int colon = why.indexOf(": ");
                context.failed(
                        "template-key",
                        "\"" + key + "\" cannot be set in \"" + template.shown() + "\": "
                                + (colon < 0 ? why : why.substring(0, colon)),
                        at,
                        colon >= 0
                                ? why.substring(colon + 2)
                                : known ? "give another value" : Nearest.remedy(key, "keys", keys));
            });
        }
        return Optional.empty();
    }

    private static List<String> keys(FileFormat format, String text) {
        try {
            return List.copyOf(format.read(text).keySet());
        } catch (FileFormat.Broken broken) {
            return List.of();
        }
    }

    private static Optional<Arg> field(Arg.Fields fields, String name) {
        return fields.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Arg.Field::value)
                .findFirst();
    }
}
