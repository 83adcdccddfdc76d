// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.kubernetes.kubeconfig.Kubeconfig.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Certificates and keys, which stand in a kubeconfig in base64 ({@code NAME-data}) or in a file that it names. */
final class Pem {

    private Pem() {}

    /** The data, which counts more than the file; empty if the entry has neither. */
    static Optional<String> of(Entry entry, String field) throws Unusable {
        String data = entry.fields().text(field + "-data");
        String file = entry.fields().text(field);
        try {
            if (!data.isEmpty()) {
                String pem = new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
                return Optional.of(notBlank(pem, field + "-data in the kubeconfig is empty"));
            }
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(notBlank(
                            Files.readString(path(entry, file)),
                            "the file " + path(entry, file) + ", which the kubeconfig names as " + field
                                    + ", is empty"));
        } catch (IllegalArgumentException e) {
            throw new Unusable(field + "-data in the kubeconfig is not base64");
        } catch (IOException e) {
            throw new Unusable(
                    "the file " + path(entry, file) + ", which the kubeconfig names as " + field + ", cannot be read");
        }
    }

    /** Nothing at all would be taken for an authority that trusts nobody, and fail with a line that hangs up. */
    private static String notBlank(String pem, String otherwise) throws Unusable {
        if (pem.isBlank()) {
            throw new Unusable(otherwise);
        }
        return pem;
    }

    static Path path(Entry entry, String file) {
        return entry.folder().resolve(file);
    }
}
