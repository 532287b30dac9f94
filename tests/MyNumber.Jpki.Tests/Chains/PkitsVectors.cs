using System.Text.Json;
using MyNumber.Jpki.Chains;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>NIST PKITS 1.0.1: 248 cases with certificates, lists and policy settings.</summary>
internal sealed class PkitsVectors
{
    public static readonly DateTimeOffset At = new(2011, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly JsonElement _root;

    private PkitsVectors(JsonElement root) => _root = root;

    public IEnumerable<PkitsCase> Cases => _root.GetProperty("cases").EnumerateArray().Select(item => new PkitsCase(
        item.GetProperty("id").GetString()!,
        item.GetProperty("valid").GetBoolean(),
        new ChainRequest
        {
            EndEntity = Read("certs", item.GetProperty("endEntity").GetString()!),
            Intermediates = ReadAll("certs", item.GetProperty("intermediates")),
            Anchors = [Read("certs", _root.GetProperty("trustAnchor").GetString()!)],
            Crls = ReadAll("crls", item.GetProperty("crls")),
            At = At,
            Options = Settings(item),
        }));

    public static PkitsVectors Require()
    {
        using JsonDocument document = JsonDocument.Parse(VectorFolder.Require("pkits", "pkits.json"));
        return new PkitsVectors(document.RootElement.Clone());
    }

    private static ChainOptions Settings(JsonElement item) => new()
    {
        RequireExplicitPolicy = Has(item, "explicitPolicy"),
        InhibitPolicyMapping = Has(item, "inhibitPolicyMapping"),
        InhibitAnyPolicy = Has(item, "inhibitAnyPolicy"),
        AcceptedPolicies = item.TryGetProperty("initialPolicies", out JsonElement policies) ? [.. policies.EnumerateArray().Select(policy => policy.GetString()!)] : [],
    };

    private static bool Has(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private ReadOnlyMemory<byte> Read(string kind, string name) => Convert.FromBase64String(_root.GetProperty(kind).GetProperty(name).GetString()!);

    private ReadOnlyMemory<byte>[] ReadAll(string kind, JsonElement names) => [.. names.EnumerateArray().Select(name => Read(kind, name.GetString()!))];
}

internal sealed record PkitsCase(string Id, bool IsValid, ChainRequest Request);
