// `kehoach draw`: one page as SVG, and what is said where there is nothing to draw.
#include <gmock/gmock.h>

#include "../read/made_pdf.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Draw : public CommandLine {
 protected:
  Draw() { write("page.pdf", one_page()); }

  static std::string one_page() {
    read::MadePdf pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R "
        "/Resources << /Font << /F 4 0 R >> >> >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");
    pdf.add_stream("BT /F 12 Tf 40 150 Td (Some words that stand on the page) Tj ET");
    return pdf.bytes();
  }
};

TEST_F(Draw, APageWithItsBlocksOverIt) {
  const Ran ran = run("kehoach draw page.pdf");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("<svg xmlns"));
  EXPECT_THAT(ran.out, HasSubstr("data:image/png;base64,iVBORw0KGgo"));
  EXPECT_THAT(ran.out, HasSubstr("<title>0 "));
}

TEST_F(Draw, SaysWhereThereIsNothingToDraw) {
  write("plan.txt", "Kế hoạch\n");
  struct Case {
    std::string arguments, message;
    int code;
  };
  for (const Case& c :
       {Case{"--page 2 page.pdf", "page.pdf: there is no page 2; the file has 1\n", 2},
        Case{"plan.txt",
             "plan.txt: has no pages to draw; see where its values come from with "
             "kehoach extract --format explain\n",
             2},
        Case{"--page 0 page.pdf", "wrong usage: --page", 3}}) {
    const Ran ran = run("kehoach draw " + c.arguments);
    EXPECT_EQ(ran.code, c.code) << c.arguments;
    EXPECT_THAT(ran.err, HasSubstr(c.message));
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace kehoach::cli
