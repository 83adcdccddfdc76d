// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.spi.diagnostic.Position;
import java.util.Iterator;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads strict YAML 1.2 into nodes with places. Reports at most one syntax error per file, all else at once. */
public final class YamlReader {
    /** More than this is no playbook. */
    public static final int MOST_BYTES = 1024 * 1024;

    private YamlReader() {}

    /** @return empty if nothing usable is there; why was reported then */
    public static Optional<YamlNode> read(String file, byte[] bytes, Problems problems) {
        Position start = new Position(file, 1, 1, 1, "");
        if (bytes.length > MOST_BYTES) {
            problems.error("file-too-large", tooLarge(file, bytes.length), start, "give a file of at most 1 MiB");
            return Optional.empty();
        }
        for (byte one : bytes) {
            if (one == 0) {
                problems.error(
                        "binary-file",
                        "\"" + file + "\" is a binary file, not YAML",
                        start,
                        "give a text file in UTF-8");
                return Optional.empty();
            }
        }
        return Utf8.decode(file, bytes, problems).flatMap(text -> read(file, text, problems));
    }

    /** As the other one, for text that was decoded already. */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        SourceText source = SourceText.of(file, text);
        if (hasControlCharacter(text, source, problems)) {
            return Optional.empty();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES + 1);
        YamlTree tree = new YamlTree(source, events(text, options), problems);
        try {
            return tree.document();
        } catch (YamlTree.Stopped stopped) {
            return Optional.empty();
        } catch (MarkedYAMLException wrong) {
            YamlSyntax.report(wrong, tree.open(), source, problems);
            return Optional.empty();
        } catch (YAMLException wrong) {
            problems.error("yaml-syntax", "this is not YAML: " + wrong.getMessage(), source.at(0, 0, 1), "");
            return Optional.empty();
        }
    }

    /** Without the library's front door, which sets up what makes objects of YAML and writes it, and a logger. */
    private static Iterator<Event> events(String text, LoaderOptions options) {
        Parser parser = new ParserImpl(new StreamReader(text), options);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parser.peekEvent() != null;
            }

            @Override
            public Event next() {
                return parser.getEvent();
            }
        };
    }

    /** For a message: how large the file is and may be. */
    public static String tooLarge(String file, long bytes) {
        return "\"" + file + "\" has " + bytes + " bytes (" + (bytes + 512 * 1024) / (1024 * 1024)
                + " MiB), but at most " + MOST_BYTES + " bytes (1 MiB) are read";
    }

    private static boolean hasControlCharacter(String text, SourceText source, Problems problems) {
        if (StreamReader.isPrintable(text)) {
            return false;
        }
        for (int line = 0; line < source.lines().size(); line++) {
            int[] characters = source.lines().get(line).codePoints().toArray();
            for (int column = 0; column < characters.length; column++) {
                if (!StreamReader.isPrintable(characters[column])) {
                    problems.error(
                            "control-character",
                            String.format("the character U+%04X cannot stand in a YAML file", characters[column]),
                            source.at(line, column, 1),
                            "delete it, or write it as \"\\u" + String.format("%04X", characters[column])
                                    + "\" in double quotes");
                    return true;
                }
            }
        }
        return false;
    }
}
