/** What the server says that no topic does; TypeScript types are generated from these records. */
package io.huihui.console.view;
