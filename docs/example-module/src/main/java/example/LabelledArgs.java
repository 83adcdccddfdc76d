// SPDX-License-Identifier: Apache-2.0
package example;

import io.shakebook.spi.Doc;
import io.shakebook.spi.kube.ObjectName;

/** Arguments of {@link Labelled}. */
public record LabelledArgs(
        @Doc("Name of a ConfigMap that exists") ObjectName name,
        @Doc("Key of the label") String label,
        @Doc(value = "Value of the label", defaultsTo = "yes-please") String value) {}
