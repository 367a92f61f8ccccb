// What a page says of itself: title, site, address, posted time, attached files.
//
// title: the headline that readers see, else og:title, else <title> without the site's name.
// site: og:site_name, application-name, the publisher of its structured data, else what <title>
// holds beside the headline.
// url: canonical, og:url, else where the file says it was saved from; resolved.
// published: meta, structured data, <time datetime>, in the page's own words; what stands in a line
// of the page is a block (kPublished).
// attachments: links in the content to files ("….pdf", "?file=….docx", a label that names a file)
// and links labelled as leading to the document ("xem tại đây").
#pragma once

#include "layout/document.h"
#include "layout/web/main_content.h"
#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

PageFacts read_page_facts(const read::Markup& markup, const MainContent& main,
                          const match::Matcher& matcher);

}  // namespace kehoach::layout
