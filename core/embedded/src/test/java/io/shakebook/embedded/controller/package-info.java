/** Tests of the control plane's pure parts; what it does as a whole is tested over HTTP one package up. */
@NullMarked
package io.shakebook.embedded.controller;

import org.jspecify.annotations.NullMarked;
