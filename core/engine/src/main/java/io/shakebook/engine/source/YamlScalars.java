// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.engine.source.RawText.Style;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Turns scalar events into nodes, and refuses what other readers would take for something else. */
final class YamlScalars {
    private static final Pattern DOUBLE_BRACES = Pattern.compile("\\{\\{\\s*([A-Za-z][\\w.\\[\\]-]*)[^{}]*}}");

    private final SourceText source;
    private final Problems problems;

    YamlScalars(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** A key is always a text. */
    Scalar key(ScalarEvent event) {
        return new Scalar(at(event), event.getValue(), Optional.of(event.getValue()), raw(event));
    }

    YamlNode value(ScalarEvent event, boolean inFlow, boolean refused) {
        String text = event.getValue();
        Optional<Object> value = event.isPlain() ? Optional.empty() : Optional.of(text);
        Scalar scalar = new Scalar(at(event), text, value, raw(event));
        Matcher braces = DOUBLE_BRACES.matcher(text);
        if (scalar.raw().style() != Style.BLOCK && braces.find()) {
            problems.error(
                    "double-braces",
                    "\"" + braces.group() + "\" is not an expression here",
                    scalar.at(braces.start(), braces.group().length()),
                    "write ${" + braces.group(1) + "}");
            return new YamlNode.Faulty(scalar.at());
        }
        if (inFlow && text.replace("$${", "").contains("${")) {
            problems.error(
                    "expression-in-flow",
                    "${…} cannot stand inside of [ ] or { }",
                    scalar.at(),
                    "write the list or map in block style, one line for each value");
            return new YamlNode.Faulty(scalar.at());
        }
        return event.isPlain() && !refused ? plain(scalar) : scalar;
    }

    private YamlNode plain(Scalar scalar) {
        Optional<ScalarTyping.Ambiguity> ambiguity = ScalarTyping.ambiguity(scalar.text());
        if (ambiguity.isPresent()) {
            problems.error(
                    ambiguity.get().code(),
                    ambiguity.get().why(),
                    scalar.at(),
                    ambiguity.get().remedy());
            return new YamlNode.Faulty(scalar.at());
        }
        return new Scalar(scalar.at(), scalar.text(), ScalarTyping.value(scalar.text()), scalar.raw());
    }

    private Position at(ScalarEvent event) {
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        boolean block = raw(event).style() == Style.BLOCK;
        int length = !block && start.getLine() == end.getLine() ? end.getColumn() - start.getColumn() : 1;
        return source.at(start.getLine(), start.getColumn(), length);
    }

    private RawText raw(ScalarEvent event) {
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        return new RawText(
                source,
                style(event.getScalarStyle()),
                start.getLine(),
                start.getColumn(),
                end.getLine(),
                end.getColumn());
    }

    private static Style style(ScalarStyle style) {
        if (style == ScalarStyle.PLAIN) {
            return Style.PLAIN;
        }
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED ? Style.BLOCK : Style.QUOTED;
    }
}
