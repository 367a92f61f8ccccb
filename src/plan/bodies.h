// A cell or phrase that names bodies, cut into names.
//
// "Sở Y tế; Sở Nội vụ và các đơn vị liên quan" gives three. A name keeps its own commas ("Sở Văn
// hóa, Thể thao và Du lịch"), and a listing of kinds stays one ("Các sở, ban, ngành, đoàn thể",
// "UBND cấp huyện, cấp xã"). Names are open, so what opens one (body-head), what may follow it
// (body-field, body-tail) and what ends it (duty) are words of patterns/lexicon/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "match/matcher.h"

namespace kehoach::plan {

// The stage of the tokens that the readers of tasks, sections, bodies and deadlines work on.
inline constexpr std::string_view kTaskStage = "tasks";

std::vector<std::string> split_bodies(const match::Matcher& matcher, std::string_view phrase);

// The stretch from the start of `text` that names one or more bodies; nullopt if the text does not
// open with one. "Sở Nội vụ chủ trì, theo dõi" gives "Sở Nội vụ".
std::optional<base::LocalSpan> leading_bodies(const match::Matcher& matcher, std::string_view text);

// The same over tokens of kTaskStage.
std::vector<std::string> split_bodies(const match::TokenSequence& tokens, match::TokenRange phrase);
std::optional<match::TokenRange> leading_bodies(const match::TokenSequence& tokens,
                                                match::TokenRange within);

}  // namespace kehoach::plan
