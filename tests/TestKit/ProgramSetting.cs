namespace MyNumber.TestKit;

/// <summary>What an outside program finds when it starts.</summary>
public sealed record ProgramSetting(string Folder)
{
    /// <summary>Variables beside those of the test.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>All of its standard input.</summary>
    public string Input { get; init; } = string.Empty;
}
