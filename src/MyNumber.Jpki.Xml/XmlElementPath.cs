using System.Diagnostics;

namespace MyNumber.Jpki.Xml;

/// <summary>The one place of an element in a document: the names from the root element to it (要素の位置).</summary>
/// <remarks>A step must fit exactly one child; where it fits two, the document is refused and not guessed at. Immutable and thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class XmlElementPath
{
    private readonly (string Space, string Name)[] _steps;

    private XmlElementPath((string Space, string Name)[] steps) => _steps = steps;

    /// <summary>Names the steps.</summary>
    /// <param name="steps">From the root element on: <c>name</c> for one without a namespace, <c>{address}name</c> for one in a namespace. At least one, at most <see cref="XmlSignatureLimits.Depth"/>.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentException">No step, too many, or one that is not written so.</exception>
    public static XmlElementPath Of(params IReadOnlyList<string> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count is 0 or > XmlSignatureLimits.Depth)
        {
            throw new ArgumentException("A path has one step or more.", nameof(steps));
        }

        return new XmlElementPath([.. steps.Select(step => Parse(step, nameof(steps)))]);
    }

    /// <summary>The steps, each as it was given.</summary>
    /// <returns>Steps with strokes between.</returns>
    public override string ToString() => string.Join('/', _steps.Select(step => step.Space.Length == 0 ? step.Name : $"{{{step.Space}}}{step.Name}"));

    internal IReadOnlyList<(string Space, string Name)> Steps => _steps;

    private static (string Space, string Name) Parse(string? step, string argument)
    {
        if (step is null)
        {
            throw new ArgumentException("A step is a name.", argument);
        }

        int end = step.StartsWith('{') ? step.IndexOf('}', StringComparison.Ordinal) : -1;
        string name = step[(end + 1)..];
        return name.Length == 0 || name.AsSpan().IndexOfAny("{}/:") >= 0
            ? throw new ArgumentException("A step is a name, or an address in braces and a name.", argument)
            : (end < 0 ? string.Empty : step[1..end], name);
    }
}
