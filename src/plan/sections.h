// The heading tree of a document, and what each of its parts is about.
//
// Figures under a goal are targets, under a situation results; items under tasks are tasks, under a
// purpose nothing. So every reader of the body asks here where a position stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

enum class SectionClass {
  kOther,       // says nothing about its content, or stands before the first heading
  kAim,         // purpose, requirements, viewpoints, principles: MỤC ĐÍCH, YÊU CẦU
  kGoal,        // goals and target figures: MỤC TIÊU, CHỈ TIÊU
  kTasks,       // tasks, contents of work, solutions: NHIỆM VỤ, NỘI DUNG, GIẢI PHÁP
  kAssignment,  // who does what: TỔ CHỨC THỰC HIỆN, PHÂN CÔNG, TRÁCH NHIỆM
  kOutlook,  // ĐỊNH HƯỚNG, PHƯƠNG HƯỚNG: goals among goals, else tasks; of a heading alone
  kSituation,  // what has been so far: TÌNH HÌNH, THỰC TRẠNG, KẾT QUẢ
  kBudget,     // KINH PHÍ, NGUỒN LỰC
  kAward,      // KHEN THƯỞNG, scoring and criteria
  kReporting,  // CHẾ ĐỘ BÁO CÁO
};

std::string_view name(SectionClass section_class);  // "aim", "goal", "tasks" …

// Whether headings that run into their text (run_in_headings.h) are listed too. What stands under
// one is no more than the item itself, so that they class nothing.
enum class RunIn { kNot, kToo };

// Headings of the whole document (all parts), nested by level.
std::vector<Section> read_sections(const Reading& reading, RunIn run_in = RunIn::kNot);

// Headings that `position` of the normalized text stands under, outermost first. A position inside
// a heading stands under that heading too. O(size of the tree).
std::vector<const Section*> chain_at(const std::vector<Section>& sections, std::size_t position);

// Class of one heading's words; kOther if none is known. "II. NHIỆM VỤ, GIẢI PHÁP" gives kTasks.
// A heading of goals and tasks both ("MỤC TIÊU, NHIỆM VỤ") gives kTasks.
SectionClass classify(const match::Matcher& matcher, std::string_view heading);

// What "Định hướng đến năm 2030" lists under a heading of that class.
SectionClass outlook_below(SectionClass above);

// The innermost heading of the chain that has a class decides.
SectionClass classify(const match::Matcher& matcher, const std::vector<const Section*>& chain);

}  // namespace kehoach::plan
