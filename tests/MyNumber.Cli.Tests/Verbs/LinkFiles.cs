using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Verbs;

/// <summary>Key files of counted bytes, and codes under them that Python's cryptography package and hmac module computed.</summary>
internal sealed class LinkFiles : IDisposable
{
    /// <summary>Two resident record codes of nobody.</summary>
    public const string Residents = "12345678903\n23456789013\n";

    /// <summary>Their codes at holder 1 in epoch 0.</summary>
    public const string AtOne = "01003B2DE50A406CC37A03FAB7A5B6B6CC32\n010084EA7BF159E3894522941C402A70196F\n";

    /// <summary>Their codes at holder 13104 in epoch 2.</summary>
    public const string AtAnother = "010093868590FC4EDE5310F7356591DA88B4\n01003296B477F379BE144EA29F80B41F31D5\n";

    /// <summary>Their codes at holder 13104 in epoch 3.</summary>
    public const string AtAnotherLater = "010042C5D9732F404D5339AF13041F52CC3E\n0100E22DA25321A33CE27DD174092D3658B9\n";

    private readonly TemporaryFolder _folder = new();

    public LinkFiles()
    {
        LinkKey = Write("link.key", [.. Enumerable.Range(0x20, 32).Select(value => (byte)value)]);
        CodeKey = Write("code.key", [.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
    }

    public string LinkKey { get; }

    public string CodeKey { get; }

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Write(string name, byte[] content) => _folder.Write(name, content);

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>The command line of a verb; <c>LINK</c> and <c>CODE</c> stand for the options of the keys.</summary>
    public string[] Arguments(string line) => ["link", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand)];

    public void Dispose() => _folder.Dispose();

    private string[] Expand(string word) => word switch
    {
        "LINK" => ["--link-key-file", LinkKey],
        "CODE" => ["--code-key-file", CodeKey],
        _ => [word],
    };
}
