// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import java.util.Map;

/**
 * YAML 1.2, one document. A scalar is set in its place between double quotes or as a plain number, all else stays as it
 * is; block texts, lists and aliases cannot be set.
 */
final class YamlFormat implements FileFormat {

    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        return NodeFile.of(text).values();
    }

    @Override
    public String set(String text, Map<String, Object> values) throws Broken, Unsettable {
        return new KeyedEdit(this, ScalarEdit::edit).set(text, values);
    }

    @Override
    public String escape(String value) {
        return DoubleQuoted.escape(value);
    }
}
