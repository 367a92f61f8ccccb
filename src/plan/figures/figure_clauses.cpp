#include "plan/figures/figure_clauses.h"

#include <algorithm>

#include "plan/figures/figure_subjects.h"

namespace kehoach::plan {
namespace {

using match::TokenRange;

bool is_baseline(const TimeMark& mark) {
  return mark.kind == TimeMark::Kind::kBaseline || mark.kind == TimeMark::Kind::kBaselineBefore;
}

// Verbs of accidents and offences are part of the name of what is counted.
bool is_named(const Mark& cue) { return cue.kind == "event" || cue.kind == "name"; }

class SentenceReader {
 public:
  SentenceReader(const Passage& passage, TokenRange sentence, std::size_t first, std::size_t last)
      : passage_(passage), sentence_(sentence), first_(first), last_(last) {}

  std::vector<Frame> read() {
    for (index_ = first_; index_ < last_; ++index_) read_one();
    share_out();
    borrow_names();
    drop_starts();
    return std::move(frames_);
  }

 private:
  const Quantity& quantity() const { return passage_.quantities[index_]; }
  Frame* previous() { return frames_.empty() ? nullptr : &frames_.back(); }
  bool is(std::size_t i, std::string_view text) const { return passage_.text(i) == text; }

  void read_one() {
    Frame frame;
    frame.quantity = &quantity();
    frame.sentence = sentence_;
    frame.change = quantity().change;
    frame.bounds = quantity().bounds;
    frame.zone_begin = frames_.empty() ? sentence_.begin : previous()->clause.end;
    const std::size_t begin = clause_begin(frame);
    const TokenRange zone{begin, quantity().whole.begin};
    frame.left = trimmed(after_last_cue(zone), frame);
    if (frame.left.empty()) frame.left = words_before_cue(frame, zone);
    words_ = frame.left;
    if (!frame.left.empty() && !opened_) frame.bracketed = false;
    if (frame.left.empty() && !frames_.empty() && previous()->part_of) frame.part_of = true;
    take_far_verb(frame);
    right_limit_ = right_end(frame, quantity().whole.end);
    frame.timed = opens_duration(frame.left);
    frame.deed = is_deed(frame, zone);
    frame.headed = !frame.left.empty() && passage_.starting(passage_.heads, frame.left.begin);
    const auto* deed = deed_before(zone);
    frame.does = frame.deed && deed && deed->kind == "do" && deed->range.begin == frame.left.begin;
    frame.nested = is_nested(frame, zone) || is_baseline_level(frame, zone);
    shape(frame, zone);
    frames_.push_back(std::move(frame));
  }

  // Where the words before this quantity stop belonging to the one before.
  std::size_t clause_begin(Frame& frame) {
    const std::size_t from = frames_.empty() ? sentence_.begin : previous()->clause.end;
    const std::size_t to = quantity().whole.begin;
    std::size_t begin = from;
    opened_ = false;
    for (std::size_t i = from; i < to; ++i) {
      if (is(i, ";")) {
        begin = i + 1;
        frame.bracketed = false;
      } else if (is(i, "(")) {
        if (closes_before(i, to)) continue;
        begin = i + 1;
        frame.bracketed = opened_ = true;
      } else if (is(i, ")") && frame.bracketed) {
        frame.bracketed = false;
      }
    }
    if (passage_.depth_at(to) > 0 && begin == from && !frames_.empty())
      frame.bracketed = previous()->bracketed;
    return begin;
  }

  // Whether the bracket opened at `open` is closed again before `to`.
  bool closes_before(std::size_t open, std::size_t to) const {
    return passage_.closing[open - passage_.range.begin] < to;
  }

  // Takes signs, links, cues and times off both ends.
  TokenRange trimmed(TokenRange range, Frame& frame) const {
    while (!range.empty()) {
      std::size_t next = skipped(range.begin, frame);
      if (next == range.begin) break;
      range.begin = std::min(next, range.end);
    }
    while (!range.empty()) {
      const std::size_t last = cut(range.end);
      if (last == range.end) break;
      range.end = std::max(last, range.begin);
    }
    return range;
  }

  // "Chỉ số SIPAS: đạt 85%", "các xã còn lại phấn đấu giảm 10%": where nothing else names what a
  // verb measures, the words before the colon or cue do.
  TokenRange words_before_cue(Frame& frame, TokenRange zone) const {
    const Quantity& verb = quantity();
    if (verb.change.empty() || zone.empty()) return {zone.end, zone.end};
    const std::size_t after = verb.whole.end;
    if (after >= sentence_.end) return trimmed(zone, frame);
    const auto* link = passage_.starting(passage_.links, after);
    const bool closed =
        passage_.punct(after) || passage_.time_starting(after) || (link && link->kind != "open");
    return closed ? trimmed(zone, frame) : TokenRange{zone.end, zone.end};
  }

  // A cue or a colon in the middle opens the clause anew: "nhằm phấn đấu Chỉ số …".
  TokenRange after_last_cue(TokenRange range) const {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (const auto* cue = passage_.starting(passage_.cues, i);
          cue && cue->range.end <= range.end && !is_named(*cue))
        range.begin = cue->range.end;
      else if (is(i, ":"))
        range.begin = i + 1;
      else if (const auto* time = passage_.time_starting(i);
               time && i > range.begin && passage_.punct(i - 1))
        range.begin = std::min(time->range.end, range.end);
    }
    return range;
  }

  std::size_t skipped(std::size_t i, Frame& frame) const {
    if (passage_.punct(i)) return i + 1;
    if (const auto* time = passage_.time_starting(i)) return time->range.end;
    if (const auto* mark = passage_.starting(passage_.links, i)) {
      if (mark->kind == "part") frame.part_of = true;
      return mark->range.end;
    }
    if (const auto* mark = passage_.starting(passage_.cues, i); mark && !is_named(*mark))
      return mark->range.end;
    return i;
  }

  std::size_t cut(std::size_t end) const {
    if (passage_.punct(end - 1) && !is(end - 1, ")")) return end - 1;
    if (const auto* mark = passage_.ending(passage_.cues, end); mark && !is_named(*mark))
      return mark->range.begin;
    if (const auto* mark = passage_.time_ending(end)) return mark->range.begin;
    if (const auto* mark = passage_.ending(passage_.links, end)) return mark->range.begin;
    return end;
  }

  // A verb of change that opens the clause or closes it governs a quantity that has none.
  void take_far_verb(Frame& frame) {
    if (frame.left.empty()) return;
    // "duy trì chỉ số … trong nhóm 20": a place may be one that is kept.
    if (frame.change == "reach" && quantity().unit == "rank" && frame.left.size() > 1 &&
        passage_.token(frame.left.begin).is("change", "maintain")) {
      frame.change = "maintain";
      ++frame.left.begin;
    }
    // "Kéo giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%": the verb that opens the clause says it first.
    if (quantity().ends && frame.left.size() > 1 && passage_.token(frame.left.begin).is("change")) {
      frame.bids = frame.left.begin == sentence_.begin;
      ++frame.left.begin;
    }
    if (!frame.change.empty()) return;
    const auto& last = passage_.token(frame.left.end - 1);
    if (last.is("change")) {
      frame.change = change_of(last, quantity().unit);
      --frame.left.end;
      return;
    }
    for (std::size_t i = frame.left.end; i-- > frame.left.begin;) {
      if (!passage_.token(i).is("change") || !opens_clause(i, frame.left.begin)) continue;
      frame.change = change_of(passage_.token(i), quantity().unit);
      frame.left.begin = i + 1;
      return;
    }
  }

  bool opens_clause(std::size_t i, std::size_t begin) const {
    if (i == begin) return true;
    if (passage_.punct(i - 1)) return true;
    return passage_.ending(passage_.links, i) || passage_.ending(passage_.cues, i) ||
           passage_.time_ending(i) || passage_.token(i - 1).is("change");
  }

  // The end of the words after a quantity that belong to it. Where its name came before it, that is
  // the first comma before another quantity, else the last.
  std::size_t right_end(const Frame& frame, std::size_t from) const {
    // "huy động được 57 tỷ đồng, trao thưởng và …": what a comma parts from a sum belongs
    // elsewhere.
    if (!frame.left.empty() && !quantity().unit.empty() && from < sentence_.end && is(from, ","))
      return from;
    const bool named = !frame.left.empty() && !frame.change.empty();
    const std::size_t limit =
        index_ + 1 < last_ ? passage_.quantities[index_ + 1].whole.begin : sentence_.end;
    const int depth = from > sentence_.begin ? passage_.depth_at(from - 1) : 0;
    std::size_t comma = limit, open = limit;
    for (std::size_t i = from; i < limit; ++i) {
      if (const auto* time = passage_.time_starting(i)) {
        i = std::min(time->range.end, limit) - 1;
        if (is_baseline(*time) && time->range.begin > from) return i + 1;
        continue;
      }
      if (is(i, "(")) open = i;
      if (is(i, ")")) open = limit;
      if (is(i, ";") || is(i, ":")) return std::min(i, open);
      if (is(i, ")") && passage_.depth_at(i) < depth) return i;
      const bool more = index_ + 1 < last_;
      if (is(i, "(") && more && !closes_before(i, limit)) return i;
      const auto* link = passage_.starting(passage_.links, i);
      const bool turns = link && (link->kind == "aside" || (link->kind == "turn" && more));
      if (turns || (link && link->kind == "part")) return i;
      if (is(i, ",") && i + 1 < limit && passage_.starting(passage_.heads, i + 1)) return i;
      if (!is(i, ",") && !(link && link->kind == "and")) continue;
      comma = i;
      if (i + 1 < limit && opens_another(i + 1)) return i;
      if (named && more) return i;
    }
    return index_ + 1 < last_ ? std::min(comma, limit) : limit;
  }

  // ", 03 đợt kiểm tra", ", hoàn thành trước …": what a comma parts from the name.
  bool opens_another(std::size_t i) const {
    const auto& token = passage_.token(i);
    return token.is("number") || token.is("range") || token.is("change");
  }

  void shape(Frame& frame, TokenRange zone) {
    const TokenRange right = right_words();
    const bool follows = continues(frame, zone);
    if (frame.left.empty() && follows && !opens_anew(frame, right) &&
        (frame.bracketed || right.empty() || has_verb(frame)))
      return inherit(frame, right);
    if (!frame.left.empty() && !frame.change.empty()) {
      frame.shape = FrameShape::kNameVerb;
      name(frame, is_brief(frame.left) && !right.empty() ? right : frame.left, right);
    } else if (frame.left.empty()) {
      frame.shape = frame.change.empty() ? FrameShape::kHead : FrameShape::kVerbName;
      if (frame.change.empty() && follows && shares_verb(frame)) frame.change = previous()->change;
      name(frame, counted(right), {});
    } else if (right.empty() && !has_owners()) {
      frame.shape = FrameShape::kBare;
      const TokenRange noun = counted(right);
      const auto* deed = deed_before(zone);
      const bool whom = frame.deed && deed && deed->kind == "for";
      name(frame, (whom || is_brief(frame.left)) && !noun.empty() ? noun : frame.left, {});
    } else {
      frame.shape = FrameShape::kInner;
      name(frame, counted(right), {});
    }
    if (frame.change.empty()) frame.change = "reach";
    frame.clause = {words_.empty() ? frame.quantity->whole.begin : words_.begin,
                    std::max(right_limit_, frame.quantity->whole.end)};
  }

  // "xảy ra tại 120 hộ của 15 xã": what is counted names itself.
  bool has_owners() const {
    const auto* link = passage_.starting(passage_.links, quantity().whole.end);
    return link && link->kind == "of" && quantity().unit.empty();
  }

  // Of a count the noun beside the number is part of the name; a measure ("300 ha rừng") is not.
  TokenRange counted(TokenRange right) const {
    const Quantity& counted = quantity();
    if (!counted.unit.empty() || counted.number.end >= counted.amount.end) return right;
    const auto* entry = passage_.token(counted.number.end).entry;
    if (entry && entry->attributes.count("measure") > 0) return right;
    if (has_owners()) return {counted.number.end, counted.amount.end};
    return {counted.number.end,
            std::max(right.empty() ? right.begin : right.end, counted.amount.end)};
  }

  // "giảm 5% số vụ, 5% số người chết và 10% số người bị thương": one verb for all.
  bool shares_verb(const Frame& frame) {
    const FrameShape before = previous()->shape;
    return !frame.part_of && frame.quantity->bounds.min != 100 &&
           (before == FrameShape::kVerbName || before == FrameShape::kHead);
  }

  // One or two words that name no indicator are a verb: "Phối hợp cắt giảm 20% chi phí".
  bool is_brief(TokenRange words) const {
    if (words.size() > 2 || words.empty()) return false;
    for (std::size_t i = words.begin; i < words.end; ++i)
      if (!(passage_.token(i).is("word") || passage_.token(i).is("counter") ||
            passage_.token(i).is("nochange", "seize")) ||
          passage_.starting(passage_.heads, i))
        return false;
    return true;
  }

  // "giảm 10% đầu mối và giảm 10% biên chế": verb and name once more.
  bool opens_anew(const Frame& frame, TokenRange right) {
    return !frame.bracketed && !right.empty() && has_verb(frame) && frame.change != "reach" &&
           previous()->shape == FrameShape::kVerbName;
  }

  bool has_verb(const Frame& frame) const { return !frame.quantity->change.empty(); }

  bool opens_duration(TokenRange words) const {
    const auto* head = words.empty() ? nullptr : passage_.starting(passage_.heads, words.begin);
    return head && head->kind == "time";
  }

  // The verb of doing right before the number; "thêm" in "lắp đặt thêm 20" is a word of both.
  const Mark* deed_before(TokenRange zone) const {
    const auto* mark = passage_.ending(passage_.deeds, zone.end);
    return mark ? mark : passage_.ending(passage_.deeds, quantity().number.begin);
  }

  // "Bồi dưỡng kỹ năng số cho 500 hội viên".
  bool opens_with_deed(const Frame& frame) const {
    if (frame.left.empty() || frame.bracketed) return false;
    const auto* deed = passage_.starting(passage_.deeds, frame.left.begin);
    return deed && deed->kind == "do";
  }

  // "trồng mới 300 ha rừng, 2 triệu cây", "mở 02 lớp cho 60 người": a verb of doing beside the
  // number, or one that governs the number before.
  bool is_deed(const Frame& frame, TokenRange zone) {
    if (!quantity().unit.empty() && quantity().unit != "count") return false;
    if (quantity().number.end < quantity().amount.end &&
        !passage_.token(quantity().amount.end - 1).is("counter"))
      return false;
    const auto* mark = deed_before(zone);
    if (!mark) mark = passage_.starting(passage_.deeds, zone.end);
    if (mark && mark->kind == "do") return true;
    if (mark && mark->kind == "for" && opens_with_deed(frame)) return true;
    if (frames_.empty() || !previous()->deed || passage_.parted(previous()->clause.begin, zone.end))
      return false;
    if (mark) return true;
    const auto* link = passage_.ending(passage_.links, zone.end);
    const bool listed =
        zone.end > sentence_.begin && (is(zone.end - 1, ",") || (link && link->kind == "and"));
    return listed && frame.left.empty() && continues(frame, zone);
  }

  // "100% trẻ được tiêm ít nhất 4 loại": a count that no sign parts from a quantity whose name
  // follows it belongs to that name; "02 hội nghị tập huấn cho 150 người" tells for whom.
  bool is_nested(const Frame& frame, TokenRange zone) {
    if (frames_.empty() || frame.bracketed || frame.part_of || frame.deed) return false;
    if (const auto* mark = deed_before(zone); mark && mark->kind == "for") return false;
    const FrameShape before = previous()->shape;
    if (before == FrameShape::kNameVerb || before == FrameShape::kInherited ||
        before == FrameShape::kBare)
      return false;
    if (!quantity().unit.empty() && quantity().unit != "duration") return false;
    for (std::size_t i = previous()->quantity->whole.end; i < zone.end; ++i)
      if (passage_.punct(i) || passage_.starting(passage_.links, i)) return false;
    return !opens_with_and();
  }

  // "28 phiên với hơn 900 lượt người": the words that bind a quantity may open with a link.
  bool opens_with_and() const {
    for (std::size_t i = quantity().whole.begin; i < quantity().amount.begin; ++i)
      if (const auto* link = passage_.starting(passage_.links, i); link && link->kind == "and")
        return true;
    return false;
  }

  // "so với năm 2021 (83,4 điểm)": the level of the year compared with.
  bool is_baseline_level(const Frame& frame, TokenRange zone) const {
    if (!opened_ || !frame.left.empty() || !quantity().change.empty()) return false;
    const std::size_t bracket = zone.begin - 1;
    const auto* time = passage_.time_ending(bracket);
    return time && is_baseline(*time);
  }

  // Whether only signs and links stand between this quantity and the one before.
  bool continues(const Frame& frame, TokenRange zone) {
    if (frames_.empty()) return false;
    if (frame.bracketed && zone.begin > sentence_.begin && is(zone.begin - 1, "(")) return true;
    const bool nameless = right_words().empty() && !quantity().change.empty();
    for (std::size_t i = previous()->clause.end; i < zone.end; ++i)
      if ((is(i, ";") && !nameless) ||
          (passage_.starting(passage_.cues, i) && quantity().unit != "rank"))
        return false;
    return frame.left.empty();
  }

  // The words behind the quantity up to the next time; a time that follows at once is stepped over.
  TokenRange right_words() {
    TokenRange right{quantity().whole.end, std::max(right_limit_, quantity().whole.end)};
    if (const auto* time = passage_.time_starting(right.begin); time && !right.empty())
      right.begin = std::min(time->range.end, right.end);
    for (std::size_t i = right.begin; i < right.end; ++i) {
      const auto* time = passage_.time_starting(i);
      if (time && time->kind != TimeMark::Kind::kRate && i > right.begin) right.end = i;
    }
    Frame ignored;
    return trimmed(right, ignored);
  }

  void inherit(Frame& frame, TokenRange right) {
    const Frame& before = *previous();
    frame.shape = FrameShape::kInherited;
    frame.subjects =
        counts_another(before) ? subjects_of(passage_, counted(right)) : before.subjects;
    if (frame.change.empty())
      frame.change = frame.bracketed || right.empty() ? before.change : "reach";
    frame.clause = {before.clause.begin, std::max(right_limit_, frame.quantity->whole.end)};
  }

  // "31 trường với 512 lớp": another thing is counted than before.
  bool counts_another(const Frame& before) const {
    const Quantity& now = quantity();
    if (!now.unit.empty() || !now.change.empty() || now.number.end >= now.amount.end) return false;
    const auto& noun = passage_.token(now.number.end);
    const bool measure = noun.entry && noun.entry->attributes.count("measure") > 0;
    return noun.is("counter") && !measure && before.quantity->unit.empty() &&
           before.quantity->unit_word != now.unit_word;
  }

  void name(Frame& frame, TokenRange main, TokenRange rest) {
    TokenRange range = main.empty() ? rest : main;
    frame.subjects = subjects_of(passage_, range);
  }

  // "A và B tăng x và y": as many quantities of one unit as names give each name its own.
  void share_out() {
    for (std::size_t i = 0; i < frames_.size();) {
      std::size_t end = i + 1;
      while (end < frames_.size() && frames_[end].shape == FrameShape::kInherited &&
             !frames_[end].bracketed && frames_[end].quantity->change.empty() &&
             frames_[end].quantity->unit == frames_[i].quantity->unit)
        ++end;
      const std::size_t count = end - i;
      for (std::size_t k = i; k < end; ++k) {
        frames_[k].share = k - i;
        frames_[k].shares = count;
        frames_[k].shared_begin = frames_[i].quantity->whole.begin;
      }
      if (count > 1 && frames_[i].subjects.size() == count) {
        const auto subjects = frames_[i].subjects;
        for (std::size_t k = 0; k < count; ++k) frames_[i + k].subjects = {subjects[k]};
        for (std::size_t k = 1; k < count; ++k) share_bound(frames_[i], frames_[i + k]);
      }
      i = end;
    }
  }

  // "tăng ít nhất 2 bậc và 3 bậc": the bound is said once.
  static void share_bound(const Frame& first, Frame& other) {
    if (other.quantity->bound || other.bounds.min != other.bounds.max) return;
    if (!first.bounds.min) other.bounds.min.reset();
    if (!first.bounds.max) other.bounds.max.reset();
    other.bounds.exclusive = first.bounds.exclusive;
  }

  // "có ít nhất 90% và đến năm 2030 có ít nhất 95% trẻ em …": the name is said once, behind the
  // last.
  void borrow_names() {
    for (std::size_t i = frames_.size(); i-- > 1;) {
      Frame& first = frames_[i - 1];
      const Frame& next = frames_[i];
      if (!is_unnamed(first) || is_unnamed(next) || first.bracketed || next.bracketed ||
          first.quantity->unit != "percent" || next.quantity->unit != "percent" ||
          !only_joined(first.quantity->whole.end, next.quantity->whole.begin))
        continue;
      first.subjects = next.subjects;
      first.clause.end = next.clause.end;
    }
  }

  static bool is_unnamed(const Frame& frame) {
    const bool head = frame.shape == FrameShape::kHead || frame.shape == FrameShape::kVerbName ||
                      frame.shape == FrameShape::kInner;
    return head && (frame.subjects.empty() || frame.subjects.front().name.empty());
  }

  // Nothing but signs, years and words that join or open a clause.
  bool only_joined(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to;) {
      const auto* link = passage_.starting(passage_.links, i);
      const auto* time = passage_.time_starting(i);
      if (is(i, ";") || (!passage_.punct(i) && !link && !time)) return false;
      i = time ? time->range.end : link ? link->range.end : i + 1;
    }
    return true;
  }

  // "từ 15 ngày xuống còn 10 ngày": the start of a change is no figure, and the name that stands
  // before it is that of the end.
  void drop_starts() {
    for (std::size_t i = 0; i + 1 < frames_.size(); ++i) {
      const Quantity& start = *frames_[i].quantity;
      const Quantity& end = *frames_[i + 1].quantity;
      if (!start.starts || !end.ends || start.unit != end.unit) continue;
      bool parted = false;
      for (std::size_t k = start.whole.end; k < end.whole.begin; ++k)
        parted = parted || is(k, ",") || is(k, ";");
      if (parted) continue;
      frames_[i].nested = true;
      if (frames_[i + 1].shape == FrameShape::kInherited)
        frames_[i + 1].shape = FrameShape::kNameVerb;
    }
  }

  const Passage& passage_;
  TokenRange sentence_;
  std::size_t first_, last_;  // quantities of the sentence
  std::size_t index_ = 0;
  std::size_t right_limit_ = 0;
  TokenRange words_;     // before the quantity, with the verb that governs it
  bool opened_ = false;  // a bracket opened between the quantity before and this one
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<Frame> read_frames(const Passage& passage) {
  std::vector<Frame> frames;
  std::size_t first = 0;
  for (const auto& sentence : passage.sentences) {
    while (first < passage.quantities.size() &&
           passage.quantities[first].whole.begin < sentence.begin)
      ++first;
    std::size_t last = first;
    while (last < passage.quantities.size() && passage.quantities[last].whole.end <= sentence.end)
      ++last;
    auto found = SentenceReader(passage, sentence, first, last).read();
    frames.insert(frames.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
    first = last;
  }
  return frames;
}

}  // namespace kehoach::plan
