namespace MyNumber.Linkage.Permission.Json;

/// <summary>A class of agencies as a file writes it: one of the two members.</summary>
internal sealed class ClassDocument
{
    public string[]? Kinds { get; set; }

    public int[]? Agencies { get; set; }
}
