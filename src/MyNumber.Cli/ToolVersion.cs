using System.Reflection;

namespace MyNumber.Cli;

/// <summary>The version of the tool, without the commit that the build adds.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        string full = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        int commit = full.IndexOf('+', StringComparison.Ordinal);
        return commit < 0 ? full : full[..commit];
    }
}
