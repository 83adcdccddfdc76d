// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.diagnostic.Position;
import java.util.Objects;
import java.util.Optional;

/**
 * What binding needs beside the value itself.
 *
 * @param entriesByName whether an entry may be given by its name; in playbooks it is given by an expression
 * @param files where templates are read
 * @param folder that template paths start from
 * @param root that no template path may leave
 */
public record BindingContext(
        Catalog catalog,
        NamedThings things,
        boolean entriesByName,
        SourceTree files,
        String folder,
        String root,
        FileFormats formats,
        Problems problems) {

    /** For values that hold no templates: parameters and inventories. */
    public static BindingContext withoutFiles(
            Catalog catalog, NamedThings things, boolean entriesByName, Problems problems) {
        return new BindingContext(catalog, things, entriesByName, new NoFiles(), "", "", new NoFormats(), problems);
    }

    private record NoFiles() implements SourceTree {
        @Override
        public String shown(String path) {
            return path;
        }

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.empty();
        }

        @Override
        public String revision() {
            return "";
        }
    }

    private record NoFormats() implements FileFormats {
        @Override
        public Optional<FileFormat> ofFile(String fileName) {
            return Optional.empty();
        }

        @Override
        public Optional<FileFormat> named(String name) {
            return Optional.empty();
        }
    }

    /** What a record said against a value. */
    Bound refused(InvalidArgument refused, Position at) {
        return failed("invalid-value", message(refused), at, refused.remedy());
    }

    static String message(InvalidArgument refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "");
    }

    /** A value of another type than the slot's. */
    Bound wrongType(String name, Slot slot, Arg given) {
        return failed(
                "wrong-type",
                "\"" + name + "\" must be " + words(slot) + ", but this is " + ValueWords.of(given, this),
                given.at(),
                WrongTypeRemedy.of(slot, given, this));
    }

    String words(Slot slot) {
        return RecordSchema.words(slot, catalog);
    }

    Bound failed(String code, String summary, Position at, String remedy) {
        problems.error(code, summary, at, remedy);
        return Bound.FAILED;
    }
}
