// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server refused a request for good; nothing was written. */
public final class Refused extends Exception {
    /**
     * How servers say it of built-in kinds: most of their fields, a Service's cluster IP, a PersistentVolumeClaim's and a
     * StatefulSet's spec, a Pod's. Source: https://github.com/kubernetes/kubernetes, pkg/apis/core and apps, validation.go
     */
    private static final Pattern IMMUTABLE = Pattern.compile(
            "field is immutable|may not change once set"
                    + "|is immutable after creation|updates to [a-z ]+ for fields other than|pod updates may not change fields");

    private final int code;
    private final transient Optional<FieldPath> field;

    /**
     * @param code HTTP status code
     * @param message the server's own words
     * @param field the field at fault, if the server named one
     */
    public Refused(int code, String message, Optional<FieldPath> field) {
        super(message);
        this.code = code;
        this.field = requireNonNull(field, "field");
    }

    public int code() {
        return code;
    }

    public Optional<FieldPath> field() {
        return field;
    }

    /** Whether the change is refused only because a field cannot be changed once the object exists. */
    public boolean immutable() {
        return code == 422 && IMMUTABLE.matcher(String.valueOf(getMessage())).find();
    }

    /**
     * What to do about it, beginning with a verb.
     *
     * @param step what wanted it, in words: {@code the step at a.yaml:3:5}
     */
    public String remedy(String step, String cluster) {
        return Admission.remedy(this, cluster).orElseGet(() -> usualRemedy(step, cluster));
    }

    private String usualRemedy(String step, String cluster) {
        boolean tooLarge = code == 413 || String.valueOf(getMessage()).contains("may not be more than 1048576 bytes");
        if (tooLarge) {
            return "make the object smaller: a ConfigMap or Secret holds at most 1 MiB";
        }
        return switch (code) {
            case 401 -> "renew the credential for \"" + cluster + "\" in its kubeconfig";
            case 403 -> "ask for the permission on \"" + cluster + "\", or use another account in its kubeconfig";
            case 404 -> "create what is missing on \"" + cluster + "\", or correct " + step;
            case 402, 407, 418, 421, 426, 428, 431, 451 ->
                "find out what answers in place of the API server of \"" + cluster + "\": it sends no such code itself";
            default -> "correct " + field.map(at -> at + " of ").orElse("") + step + " and plan again";
        };
    }
}
