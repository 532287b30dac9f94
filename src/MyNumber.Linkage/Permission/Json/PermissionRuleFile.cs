using System.Buffers;
using System.Text.Json;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission.Json;

/// <summary>Reads rules from JSON. The official lists of affairs, procedures and items are not public, so a user writes such a file.</summary>
/// <remarks>Strict: unknown and doubled members, comments and trailing commas are refused. The shape is in docs/linkage/permission.md.</remarks>
public static class PermissionRuleFile
{
    /// <summary>The longest file; ours.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The most rules of a file; ours.</summary>
    public const int MostRules = 200_000;

    private const int MostDepth = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">JSON in UTF-8 without a byte order mark.</param>
    /// <returns>The rules that are sound and a reason for each that is not.</returns>
    public static PermissionRuleLoad Read(ReadOnlySpan<byte> utf8)
    {
        JsonElement[]? elements = utf8.Length > MostBytes ? null : Elements(utf8);
        return elements is null ? new PermissionRuleLoad([], [new BadRule(-1, default, RuleFault.File)]) : ReadAll(elements);
    }

    /// <summary>Writes a file that <see cref="Read"/> takes.</summary>
    /// <param name="rules">Sound rules.</param>
    /// <returns>JSON in UTF-8.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    public static byte[] Write(IEnumerable<PermissionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArrayBufferWriter<byte> file = new();
        using (Utf8JsonWriter writer = new(file, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("rules"u8);
            foreach (PermissionRule rule in rules)
            {
                ArgumentNullException.ThrowIfNull(rule, nameof(rules));
                JsonSerializer.Serialize(writer, RuleConversion.Back(rule), RuleJsonContext.Default.RuleDocument);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return file.WrittenSpan.ToArray();
    }

    /// <summary>The rules, still unread, so that one bad rule does not hide the next.</summary>
    private static JsonElement[]? Elements(ReadOnlySpan<byte> utf8)
    {
        try
        {
            JsonElement root = JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = MostDepth });
            bool isFile = root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Select(member => member.Name).SequenceEqual(["rules"])
                && root.GetProperty("rules").ValueKind == JsonValueKind.Array && root.GetProperty("rules").GetArrayLength() <= MostRules;
            return isFile ? [.. root.GetProperty("rules").EnumerateArray()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PermissionRuleLoad ReadAll(JsonElement[] elements)
    {
        List<PermissionRule> rules = [];
        List<BadRule> bad = [];
        HashSet<RuleId> names = [];
        for (int index = 0; index < elements.Length; index++)
        {
            if (ReadOne(elements[index], index, names, out BadRule fault) is { } rule)
            {
                rules.Add(rule);
            }
            else
            {
                bad.Add(fault);
            }
        }

        return new PermissionRuleLoad(rules.AsReadOnly(), bad.AsReadOnly());
    }

    private static PermissionRule? ReadOne(JsonElement element, int index, HashSet<RuleId> names, out BadRule bad)
    {
        RuleDocument? document = Document(element);
        if (document is null)
        {
            bad = new BadRule(index, default, RuleFault.Shape);
            return null;
        }

        RuleId.TryCreate(document.Id, out RuleId id);
        RuleConversion conversion = new(document);
        RuleFault fault = !conversion.TryConvert(out PermissionRule? rule) ? RuleFault.Value
            : RuleCheck.Of(rule) is var unsound and not RuleFault.None ? unsound
            : names.Add(id) ? RuleFault.None : RuleFault.DuplicateId;
        bad = new BadRule(index, id, fault, conversion.Member);
        return fault == RuleFault.None ? rule : null;
    }

    private static RuleDocument? Document(JsonElement element)
    {
        try
        {
            return element.Deserialize(RuleJsonContext.Default.RuleDocument);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
