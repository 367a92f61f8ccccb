// Who does an item, with whom and until when, as the item itself says it: in labels ("Cơ quan chủ
// trì: …"), in a bracket at its end, or in its first words. Internal to this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "match/matcher.h"
#include "plan/record.h"

namespace kehoach::plan {

struct Assignment {
  std::vector<std::string> lead, cooperating;
  std::optional<Deadline> deadline;
  std::optional<std::string> deliverable;
  std::vector<base::LocalSpan> evidence;

  bool empty() const { return lead.empty() && cooperating.empty() && !deadline && !deliverable; }
  // Takes over what this one lacks.
  void complete_with(const Assignment& other);
};

// Reads assignments from tokens of kTaskStage.
class AssignmentReader {
 public:
  AssignmentReader(const match::Matcher& matcher, const match::TokenSequence& tokens)
      : matcher_(matcher), tokens_(tokens) {}

  // Labels with their values; `within` begins with a label. Where the labels tell of a meeting
  // (place, attendants), "Chủ trì:" is its chair and no lead.
  Assignment labels(match::TokenRange within) const;
  // Where the first label of `within` stands, if it opens a sentence or line; else within.end.
  std::size_t first_label(match::TokenRange within) const;

  // A bracket at the end of `within` that names bodies or a deadline: its tokens, brackets
  // included.
  std::optional<match::TokenRange> closing_bracket(match::TokenRange within) const;
  // The same where nothing stands before it: a line of its own below an item.
  std::optional<match::TokenRange> whole_bracket(match::TokenRange within) const;
  Assignment bracket(match::TokenRange bracket) const;

  // The colon of "Kiểm tra tại 06 đơn vị: Từ tháng 4 đến tháng 9/2022", where only a time follows
  // it; else within.end.
  std::size_t closing_time(match::TokenRange within) const;

  // The time of "Tháng 6/2024: Tổng kết".
  std::optional<match::TokenRange> opening_time(match::TokenRange within) const;

  // The first words: "[Giao] Sở A [chủ trì, phối hợp với Sở B] …".
  struct Opening {
    bool past = false;         // tells what the bodies did
    bool reported = false;     // … or said: "Công an xã báo cáo: …"
    bool ordered = false;      // opens with "Giao", "Đề nghị"
    match::TokenRange bodies;  // who; empty if none
    std::size_t rest = 0;      // the first token after the bodies and their bracket
    bool titled = false;       // a title or time and a colon stand before the bodies
    bool colon = false;        // a colon stands between the bodies and the rest
    bool duty = false;         // the rest opens with a word of duty
    std::optional<match::TokenRange> cooperating;
  };
  Opening opening(match::TokenRange within) const;
  Assignment assignment(const Opening& opening) const;
  // The bodies of "[chủ trì,] phối hợp với …" at the start of `within`.
  std::optional<match::TokenRange> cooperation(match::TokenRange within) const {
    return cooperating_after(within.begin, within.end);
  }

 private:
  std::optional<match::TokenRange> last_bracket(match::TokenRange within) const;
  std::optional<match::TokenRange> cooperating_after(std::size_t begin, std::size_t end) const;
  bool read_part(match::TokenRange part, Assignment& assignment) const;
  Opening opening_at(match::TokenRange within) const;
  std::optional<match::TokenRange> partners(match::TokenRange within) const;
  std::optional<match::TokenRange> whole_time(match::TokenRange part) const;
  void take_time_behind(match::TokenRange& value, Assignment& found) const;
  std::size_t sentence_end(match::TokenRange value) const;
  bool is_sign(std::size_t i, std::string_view sign) const;
  std::size_t bodies_begin(match::TokenRange within) const;
  match::TokenRange ordered_bodies(match::TokenRange bodies, std::size_t end, bool& ordered) const;
  void take_label(std::string_view label, match::TokenRange value, Assignment& found) const;

  const match::Matcher& matcher_;
  const match::TokenSequence& tokens_;
};

}  // namespace kehoach::plan
