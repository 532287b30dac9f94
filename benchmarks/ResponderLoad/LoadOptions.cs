using System.Globalization;

namespace MyNumber.ResponderLoad;

/// <summary>What the command line says: <c>--mode post|get|nonce --seconds 60 --cards 500 --connections 64 --threads 1 --publish --postgres</c>.</summary>
internal sealed record LoadOptions(string Mode, int Seconds, int Cards, int Connections, int Threads, bool Publishes, bool HasDatabase)
{
    public static LoadOptions Parse(string[] words) => new(
        Text(words, "--mode", "post"),
        Number(words, "--seconds", 60),
        Number(words, "--cards", 500),
        Number(words, "--connections", 64),
        Number(words, "--threads", 1),
        words.Contains("--publish"),
        words.Contains("--postgres"));

    private static int Number(string[] words, string name, int otherwise) => int.Parse(Text(words, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    private static string Text(string[] words, string name, string otherwise)
    {
        int at = Array.IndexOf(words, name);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : otherwise;
    }
}
