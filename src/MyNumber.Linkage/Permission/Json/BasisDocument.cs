using System.Text.Json.Serialization;

namespace MyNumber.Linkage.Permission.Json;

/// <summary>A legal basis as a file writes it.</summary>
internal sealed class BasisDocument
{
    [JsonRequired]
    public string? Kind { get; set; }

    [JsonRequired]
    public string? Text { get; set; }

    public int Body { get; set; }
}
