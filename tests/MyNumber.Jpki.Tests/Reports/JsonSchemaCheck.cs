using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyNumber.Jpki.Tests.Reports;

/// <summary>As much of JSON Schema (draft 2020-12) as the schema of reports uses; another keyword is a failure, so that nothing goes unchecked.</summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    private static readonly string[] Known =
        ["$schema", "$id", "title", "$ref", "$defs", "type", "additionalProperties", "required", "properties", "items", "enum", "const", "pattern", "minimum", "format"];

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Faults(byte[] schema, byte[] json)
    {
        using JsonDocument rules = JsonDocument.Parse(schema);
        using JsonDocument value = JsonDocument.Parse(json);
        JsonSchemaCheck check = new(rules.RootElement);
        check.Check(rules.RootElement, value.RootElement, "$");
        return check._faults;
    }

    private void Check(JsonElement rule, JsonElement value, string path)
    {
        foreach (JsonProperty keyword in rule.EnumerateObject().Where(keyword => !Known.Contains(keyword.Name)))
        {
            _faults.Add($"{path}: unknown keyword {keyword.Name}");
        }

        if (rule.TryGetProperty("$ref", out JsonElement reference))
        {
            Check(root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), value, path);
        }

        if (rule.TryGetProperty("type", out JsonElement type) && !TypesOf(type).Contains(TypeOf(value)))
        {
            _faults.Add($"{path}: {TypeOf(value)}");
            return;
        }

        CheckValue(rule, value, path);
        CheckObject(rule, value, path);
        if (value.ValueKind == JsonValueKind.Array && rule.TryGetProperty("items", out JsonElement items))
        {
            value.EnumerateArray().ToList().ForEach(item => Check(items, item, path + "[]"));
        }
    }

    private void CheckValue(JsonElement rule, JsonElement value, string path)
    {
        bool fits = (!rule.TryGetProperty("enum", out JsonElement list) || list.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            && (!rule.TryGetProperty("const", out JsonElement only) || JsonElement.DeepEquals(only, value))
            && (!rule.TryGetProperty("minimum", out JsonElement least) || value.ValueKind == JsonValueKind.Null || value.GetInt64() >= least.GetInt64())
            && (!rule.TryGetProperty("pattern", out JsonElement pattern) || Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.CultureInvariant))
            && (!rule.TryGetProperty("format", out _) || value.ValueKind == JsonValueKind.Null || value.TryGetDateTimeOffset(out DateTimeOffset _));
        if (!fits)
        {
            _faults.Add(path);
        }
    }

    private void CheckObject(JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object || !rule.TryGetProperty("properties", out JsonElement properties))
        {
            return;
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out JsonElement inner))
            {
                Check(inner, property.Value, $"{path}.{property.Name}");
            }
            else
            {
                _faults.Add($"{path}.{property.Name}: not described");
            }
        }

        _faults.AddRange(rule.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}.{name}: missing"));
    }

    private static IEnumerable<string> TypesOf(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "boolean",
    };
}
