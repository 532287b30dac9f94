using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains.Policies;

/// <summary>Policy processing of RFC 5280 §6.1.2 to §6.1.5. A depth holds the policies that the next certificate is expected to name, by name.</summary>
internal sealed class PolicyProcess
{
    private readonly List<Dictionary<string, PolicyNode>> _depths = [Empty()];
    private bool _hasAny = true;
    private int _explicitPolicy;
    private int _mapping;
    private int _anyPolicy;
    private bool _isBroken;

    /// <param name="length">Certificates in the path.</param>
    /// <param name="explicitPolicy">initial-explicit-policy.</param>
    /// <param name="inhibitMapping">initial-policy-mapping-inhibit.</param>
    /// <param name="inhibitAny">initial-any-policy-inhibit.</param>
    public PolicyProcess(int length, bool explicitPolicy, bool inhibitMapping, bool inhibitAny)
    {
        _explicitPolicy = explicitPolicy ? 0 : length + 1;
        _mapping = inhibitMapping ? 0 : length + 1;
        _anyPolicy = inhibitAny ? 0 : length + 1;
    }

    private Dictionary<string, PolicyNode> Deepest => _depths[^1];

    private bool IsNull => !_hasAny && Deepest.Count == 0;

    /// <summary>Takes in the next certificate of the path.</summary>
    /// <param name="own">The certificate's extensions.</param>
    /// <param name="isSelfIssued">Whether it is self-issued.</param>
    /// <param name="isFinal">Whether it is the end entity.</param>
    /// <returns>Whether the path may still be valid.</returns>
    public bool Enter(ChainExtensions own, bool isSelfIssued, bool isFinal)
    {
        TakePolicies(own.Policies, _anyPolicy > 0 || (!isFinal && isSelfIssued));
        bool holds = _explicitPolicy > 0 || !IsNull;
        if (isFinal)
        {
            _explicitPolicy = own.RequireExplicitPolicy == 0 ? 0 : Math.Max(0, _explicitPolicy - 1);
            return holds;
        }

        TakeMappings(own.Mappings);
        int step = isSelfIssued ? 0 : 1;
        _explicitPolicy = Lower(_explicitPolicy - step, own.RequireExplicitPolicy);
        _mapping = Lower(_mapping - step, own.InhibitPolicyMapping);
        _anyPolicy = Lower(_anyPolicy - step, own.InhibitAnyPolicy);
        return holds && !_isBroken;
    }

    /// <summary>Whether no explicit policy is needed, or one that the caller accepts leads from the anchor to the end.</summary>
    /// <param name="accepted">user-initial-policy-set; empty is any.</param>
    public bool IsSatisfied(IReadOnlyList<string> accepted)
    {
        if (_explicitPolicy > 0 || (!IsNull && (accepted.Count == 0 || accepted.Contains(Oids.AnyPolicy))))
        {
            return true;
        }

        return _hasAny || LeadsFrom(accepted);
    }

    private static int Lower(int value, int? limit) => Math.Max(0, Math.Min(value, limit ?? value));

    private static Dictionary<string, PolicyNode> Empty() => new(StringComparer.Ordinal);

    // (d), (e): what the certificate names stays; under anyPolicy what it names begins.
    private void TakePolicies(IReadOnlyList<string>? policies, bool isAnyAllowed)
    {
        HashSet<string> named = new(policies ?? [], StringComparer.Ordinal);
        bool namesAny = named.Remove(Oids.AnyPolicy) && isAnyAllowed;
        if (!namesAny)
        {
            foreach (string missing in Deepest.Keys.Where(policy => !named.Contains(policy)).ToList())
            {
                Deepest.Remove(missing);
            }
        }

        foreach (string policy in _hasAny ? named : [])
        {
            Deepest.TryAdd(policy, new PolicyNode());
        }

        _hasAny &= namesAny;
    }

    // §6.1.4 (a), (b).
    private void TakeMappings(IReadOnlyList<PolicyMapping> mappings)
    {
        Dictionary<string, PolicyNode> next = Empty();
        foreach (PolicyMapping mapping in mappings)
        {
            _isBroken |= mapping.IssuerPolicy == Oids.AnyPolicy || mapping.SubjectPolicy == Oids.AnyPolicy;
            if (_mapping == 0)
            {
                Deepest.Remove(mapping.IssuerPolicy);
                continue;
            }

            if (_hasAny)
            {
                Deepest.TryAdd(mapping.IssuerPolicy, new PolicyNode());
            }

            if (Deepest.TryGetValue(mapping.IssuerPolicy, out PolicyNode? node))
            {
                node.IsMapped = true;
                AddTo(next, mapping.SubjectPolicy, mapping.IssuerPolicy);
            }
        }

        foreach ((string policy, PolicyNode node) in Deepest)
        {
            if (!node.IsMapped)
            {
                AddTo(next, policy, policy);
            }
        }

        _depths.Add(next);
    }

    private static void AddTo(Dictionary<string, PolicyNode> depth, string policy, string parent)
    {
        if (!depth.TryGetValue(policy, out PolicyNode? node))
        {
            node = new PolicyNode();
            depth.Add(policy, node);
        }

        node.Parents.Add(parent);
    }

    // §6.1.5 (g) (iii): the policies below anyPolicy that still lead to the end.
    private bool LeadsFrom(IReadOnlyList<string> accepted)
    {
        HashSet<string> reached = new(Deepest.Keys, StringComparer.Ordinal);
        for (int i = _depths.Count - 1; i >= 0; i--)
        {
            HashSet<string> above = new(StringComparer.Ordinal);
            foreach (string policy in reached)
            {
                PolicyNode node = _depths[i][policy];
                if (node.Parents.Count == 0 && accepted.Contains(policy))
                {
                    return true;
                }

                above.UnionWith(node.Parents);
            }

            reached = above;
        }

        return false;
    }
}
