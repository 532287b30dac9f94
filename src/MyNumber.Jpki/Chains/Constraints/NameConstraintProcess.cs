using System.Text;
using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains.Constraints;

/// <summary>Name constraints along a path (RFC 5280 §4.2.1.10, §6.1.3 (b), (c)). Permitted trees of one authority are alternatives, those of several must all hold.</summary>
internal sealed class NameConstraintProcess
{
    private readonly INameComparisons _comparisons;
    private readonly List<IReadOnlyList<NameSubtree>> _permitted = [];
    private readonly List<NameSubtree> _excluded = [];

    public NameConstraintProcess(INameComparisons comparisons) => _comparisons = comparisons;

    private int TreeCount => _excluded.Count + _permitted.Sum(trees => trees.Count);

    public void Add(ChainExtensions extensions)
    {
        _excluded.AddRange(extensions.Excluded);
        if (extensions.Permitted.Count != 0)
        {
            _permitted.Add(extensions.Permitted);
        }
    }

    /// <summary>Holds all names of a certificate against what was collected above it.</summary>
    public VerificationReason Check(ChainCertificate certificate)
    {
        if (TreeCount == 0)
        {
            return VerificationReason.None;
        }

        List<GeneralName> names = NamesOf(certificate);
        if (!_comparisons.TryCompare(names.Count, TreeCount))
        {
            return VerificationReason.ChainWorkExceeded;
        }

        VerificationReason doubt = VerificationReason.None;
        foreach (GeneralName name in names)
        {
            VerificationReason reason = Check(name);
            if (reason == VerificationReason.ChainNameNotPermitted)
            {
                return reason;
            }

            doubt = doubt == VerificationReason.None ? reason : doubt;
        }

        return doubt;
    }

    private static List<GeneralName> NamesOf(ChainCertificate certificate)
    {
        List<GeneralName> names = [.. certificate.Extensions.AlternativeNames];
        if (!names.Exists(name => name.Form == GeneralName.Mail))
        {
            names.AddRange(certificate.Subject.MailAddresses.Select(address => GeneralName.OfMail(Encoding.UTF8.GetBytes(address))));
        }

        if (!certificate.Subject.IsEmpty)
        {
            names.Add(GeneralName.Of(certificate.Subject));
        }

        return names;
    }

    private VerificationReason Check(GeneralName name)
    {
        foreach (NameSubtree tree in _excluded)
        {
            TreeMatch match = SubtreeMatch.Of(name, tree, isExcluded: true);
            if (match != TreeMatch.Outside)
            {
                return match == TreeMatch.Unsupported ? VerificationReason.ChainConstraintNotSupported : VerificationReason.ChainNameNotPermitted;
            }
        }

        VerificationReason doubt = VerificationReason.None;
        foreach (IReadOnlyList<NameSubtree> trees in _permitted)
        {
            VerificationReason reason = CheckPermitted(name, trees);
            doubt = reason == VerificationReason.ChainNameNotPermitted || doubt == VerificationReason.None ? reason : doubt;
            if (doubt == VerificationReason.ChainNameNotPermitted)
            {
                return doubt;
            }
        }

        return doubt;
    }

    private VerificationReason CheckPermitted(GeneralName name, IReadOnlyList<NameSubtree> trees)
    {
        VerificationReason reason = VerificationReason.None;
        foreach (NameSubtree tree in trees)
        {
            if (tree.Root.Form != name.Form)
            {
                continue;
            }

            switch (SubtreeMatch.Of(name, tree, isExcluded: false))
            {
                case TreeMatch.Inside:
                case TreeMatch.InsideInMeaning when _comparisons.AreEqual(NameMatch.InMeaning):
                    return VerificationReason.None;
                case TreeMatch.InsideInMeaning:
                    reason = VerificationReason.ChainNamesDifferInForm;
                    break;
                case TreeMatch.Unsupported:
                    reason = VerificationReason.ChainConstraintNotSupported;
                    break;
                default:
                    reason = reason == VerificationReason.None ? VerificationReason.ChainNameNotPermitted : reason;
                    break;
            }
        }

        return reason;
    }
}
