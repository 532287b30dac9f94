namespace MyNumber.Jpki.Chains.Policies;

/// <summary>One policy at one depth. Nodes of a depth are shared, so the graph stays as small as the certificates, where a tree would double with each of them.</summary>
internal sealed class PolicyNode
{
    /// <summary>Policies of the depth above that lead here; none when anyPolicy does.</summary>
    public HashSet<string> Parents { get; } = new(StringComparer.Ordinal);

    public bool IsMapped { get; set; }
}
