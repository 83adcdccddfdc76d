// SPDX-License-Identifier: Apache-2.0
/**
 * The modules "configmap" and "config-absent": files in a ConfigMap or a Secret, and the removal of one that nothing uses
 * any more. Rendering and secrets are not known here: a file arrives as a text with holes.
 */
@NullMarked
package io.shakebook.module.configmap;

import org.jspecify.annotations.NullMarked;
