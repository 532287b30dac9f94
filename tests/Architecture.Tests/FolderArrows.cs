using System.Reflection;

namespace MyNumber.Architecture.Tests;

/// <summary>Which folder of a project uses which: an arrow from the folder of a type to the folder of each type that it uses.</summary>
internal static class FolderArrows
{
    /// <summary>Arrows inside one assembly; the root folder is a dot.</summary>
    public static IEnumerable<(string From, string To)> Of(Assembly assembly) =>
        assembly.GetTypes()
            .SelectMany(type => TypeReferences.Of(type).Where(used => used.Assembly == assembly).Select(used => (Folder(type), Folder(used))))
            .Where(arrow => arrow is (not null, not null))
            .Select(arrow => (arrow.Item1!, arrow.Item2!))
            .Where(arrow => arrow.Item1 != arrow.Item2)
            .Distinct();

    /// <summary>The groups of folders that can reach each other, each in one line.</summary>
    public static string[] Circles(IEnumerable<(string From, string To)> arrows)
    {
        ILookup<string, string> next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        Dictionary<string, HashSet<string>> reached = next.ToDictionary(group => group.Key, group => Reach(group.Key, next), StringComparer.Ordinal);
        return [.. reached.Where(pair => pair.Value.Contains(pair.Key))
            .Select(pair => string.Join(", ", pair.Value.Where(other => reached.TryGetValue(other, out HashSet<string>? back) && back.Contains(pair.Key)).Order(StringComparer.Ordinal)))
            .Distinct()];
    }

    private static HashSet<string> Reach(string start, ILookup<string, string> next)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Queue<string> open = new([start]);
        while (open.TryDequeue(out string? at))
        {
            foreach (string to in next[at].Where(seen.Add))
            {
                open.Enqueue(to);
            }
        }

        return seen;
    }

    /// <summary>Namespace below the assembly's name; <see langword="null"/> for what the compiler adds outside of it.</summary>
    private static string? Folder(Type type)
    {
        string root = type.Assembly.GetName().Name!;
        return type.Namespace is not { } space ? null
            : space == root ? "."
            : space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Replace('.', '/')
            : null;
    }
}
