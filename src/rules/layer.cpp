#include "rules/layer.h"

#include "rules/list_stage.h"
#include "rules/pack_error.h"
#include "rules/toml_fields.h"

namespace kehoach::rules {
namespace {

struct File {
  const std::string& name;
  const std::string& bytes;
};

class LayerReader {
 public:
  Layer take() { return std::move(layer_); }

  void read(const File& file) {
    const std::string& name = file.name;
    if (name.ends_with(".tsv")) {
      auto units = read_units(name, file.bytes);
      layer_.units.insert(layer_.units.end(), units.begin(), units.end());
      return;
    }
    if (name.ends_with("syllable-pairs.txt")) layer_.syllable_pairs = file.bytes;
    if (!name.ends_with(".toml")) return;
    const toml::table root = parse_toml(name, file.bytes);
    if (name.ends_with("pack.toml")) return pack(file, root);
    if (name.ends_with("fragments.toml")) return fragments(file, root);
    if (name.find("lexicon/") != std::string::npos) return lexicon(file, root);
    each(file, root, "token", &LayerReader::token);
    each(file, root, "phrase", &LayerReader::phrase);
    TomlFields(name, file.bytes, root).refuse_unknown({"token", "phrase"});
  }

 private:
  void pack(const File& file, const toml::table& root) {
    TomlFields fields(file.name, file.bytes, root);
    fields.refuse_unknown({"name", "version", "description"});
    layer_.version = fields.text("version");
  }

  void fragments(const File& file, const toml::table& root) {
    TomlFields(file.name, file.bytes, root).refuse_unknown({"fragments", "phrase_fragments"});
    fragment_table(file, root, "fragments", layer_.fragments);
    fragment_table(file, root, "phrase_fragments", layer_.phrase_fragments);
  }

  static void fragment_table(const File& file, const toml::table& root, std::string_view key,
                             std::vector<NamedFragment>& into) {
    const auto* table = root.get_as<toml::table>(key);
    if (!table) return;
    TomlFields fields(file.name, file.bytes, *table);
    for (const auto& [name, node] : *table) {
      fields.set_subject("fragment \"" + std::string(name.str()) + "\"");
      into.push_back({std::string(name.str()), fields.pattern(name.str())});
    }
  }

  using RuleReader = void (LayerReader::*)(TomlFields& fields);

  void each(const File& file, const toml::table& root, std::string_view key, RuleReader reader) {
    const toml::node* node = root.get(key);
    if (!node) return;
    const auto* array = node->as_array();
    TomlFields whole(file.name, file.bytes, root);
    if (!array) whole.fail(*node, "write [[" + std::string(key) + "]]");
    for (const auto& item : *array) {
      if (!item.is_table()) whole.fail(item, "write [[" + std::string(key) + "]]");
      TomlFields fields(file.name, file.bytes, *item.as_table());
      const std::string id = fields.text("id");
      fields.set_subject(rule_subject(id));
      if (!ids_.insert(id).second) fields.fail(item, "a second rule with this id");
      if (fields.flag_or("disabled", false))
        layer_.removed_rules.insert(id);
      else
        (this->*reader)(fields);
    }
  }

  // What rules of both levels say alike.
  template <class Rule>
  static void read_alike(const TomlFields& fields, Rule& rule) {
    rule.id = fields.text("id");
    rule.description = fields.text("description");
    rule.keywords = fields.texts("keywords");
    rule.priority = fields.number_or("priority", 0);
    rule.examples = fields.examples("examples");
    rule.counter = fields.counter_examples("counter");
    rule.place = fields.place();
    const PatternSource source = fields.pattern("pattern");
    rule.source = source.text;
    rule.source_place = source.place;
  }

  void token(TomlFields& fields) {
    fields.refuse_unknown({"id", "type", "value", "description", "stage", "keywords", "pattern",
                           "ignore_case", "inside_word", "priority", "examples", "counter",
                           "disabled"});
    TokenRule rule;
    read_alike(fields, rule);
    rule.type = fields.text("type");
    rule.value = fields.text_or("value", "");
    rule.stage = stage(fields);
    rule.ignore_case = fields.flag_or("ignore_case", true);
    rule.inside_word = fields.flag_or("inside_word", false);
    layer_.tokens.push_back(std::move(rule));
  }

  void phrase(TomlFields& fields) {
    fields.refuse_unknown({"id", "field", "description", "keywords", "pattern", "set", "priority",
                           "examples", "counter", "disabled"});
    PhraseRule rule;
    read_alike(fields, rule);
    rule.field = fields.text("field");
    rule.set = fields.text_map("set");
    layer_.phrases.push_back(std::move(rule));
  }

  static std::string stage(const TomlFields& fields) {
    std::string value = fields.text_or("stage", "fields");
    if (value != "both" && value != kListStage && !is_stage(value))
      throw pack_error(fields.place(), "",
                       "stage \"" + value +
                           "\" is none of fields, layout, both, names, tasks, sections, task-cues, "
                           "page-parts, page-cues, properties, list");
    return value;
  }

  void lexicon(const File& file, const toml::table& root) {
    TomlFields fields(file.name, file.bytes, root);
    fields.set_subject("lexicon");
    fields.refuse_unknown({"type", "description", "stage", "examples", "counter", "entry"});
    LexiconFile head;
    head.type = fields.text("type");
    head.description = fields.text("description");
    head.stage = stage(fields);
    head.examples = fields.examples("examples");
    head.counter = fields.counter_examples("counter");
    head.place = {file.name, 1, 1};
    const auto* entries = root.get_as<toml::array>("entry");
    if (!entries) fields.fail(root, "no [[entry]]");
    for (const auto& item : *entries) {
      if (!item.is_table()) fields.fail(item, "write [[entry]]");
      TomlFields entry_fields(file.name, file.bytes, *item.as_table());
      entry_fields.set_subject("lexicon \"" + head.type + "\"");
      entry(entry_fields, *item.as_table(), head);
    }
    layer_.lexicon_files.push_back(std::move(head));
  }

  void entry(const TomlFields& fields, const toml::table& table, const LexiconFile& head) {
    LexiconEntry entry;
    entry.type = head.type;
    entry.stage = head.stage;
    entry.value = fields.text("value");
    entry.match_case = fields.flag_or("match_case", false);
    entry.place = fields.place();
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      if (name == "value" || name == "forms" || name == "match_case" || name == "disabled")
        continue;
      entry.attributes[std::string(name)] = fields.text(name);
    }
    const auto forms = fields.texts("forms");
    if (forms.empty()) fields.fail(table, "an entry without \"forms\"");
    auto& into = fields.flag_or("disabled", false) ? layer_.removed_forms : layer_.lexicon;
    for (const auto& form : forms) {
      entry.form = form;
      into.push_back(entry);
    }
  }

  Layer layer_;
  std::set<std::string> ids_;
};

}  // namespace

Layer read_layer(const PackFiles& files) {
  LayerReader reader;
  for (const auto& [name, bytes] : files) reader.read({name, bytes});
  return reader.take();
}

}  // namespace kehoach::rules
