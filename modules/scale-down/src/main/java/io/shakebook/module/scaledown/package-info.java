// SPDX-License-Identifier: Apache-2.0
/** The module "scale-down": fewer pods of a workload, or none, done when the pods are gone. It never scales up. */
@NullMarked
package io.shakebook.module.scaledown;

import org.jspecify.annotations.NullMarked;
