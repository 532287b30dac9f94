using System.Text.Json.Serialization;

namespace MyNumber.Linkage.Permission.Json;

/// <summary>A rule as a file writes it. Members that are not here make a rule bad.</summary>
internal sealed class RuleDocument
{
    [JsonRequired]
    public string? Id { get; set; }

    [JsonRequired]
    public ClassDocument? Inquirer { get; set; }

    [JsonRequired]
    public string? Affair { get; set; }

    [JsonRequired]
    public string? Procedure { get; set; }

    [JsonRequired]
    public ClassDocument? Provider { get; set; }

    [JsonRequired]
    public string? ItemSet { get; set; }

    [JsonRequired]
    public string[]? Items { get; set; }

    [JsonRequired]
    public BasisDocument? Basis { get; set; }

    [JsonRequired]
    public DateTimeOffset From { get; set; }

    public DateTimeOffset? Until { get; set; }

    public bool ManualRelease { get; set; }

    public string Route { get; set; } = "network";

    public string Purpose { get; set; } = "general";
}
