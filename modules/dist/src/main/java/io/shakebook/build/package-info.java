// SPDX-License-Identifier: Apache-2.0
/** What the build itself runs: names a build by its contents. Not part of any command. */
@NullMarked
package io.shakebook.build;

import org.jspecify.annotations.NullMarked;
