// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a component of an args, outputs, row or inventory record: the one source of docs, schema and completion. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {
    /** One sentence. */
    String value();

    /** Written as in YAML; empty means that there is none. A component without a default that is not Optional is required. */
    String defaultsTo() default "";

    /** A value for the documentation, written as in YAML. */
    String example() default "";
}
