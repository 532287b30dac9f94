using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>The rows of one profile: of a certificate, a list or an answer about status.</summary>
/// <remarks>Immutable and thread safe. Made by <see cref="ProfileRules"/>.</remarks>
public sealed class ProfileRuleSet
{
    internal ProfileRuleSet(string name, CertificateProfile? profile, IReadOnlyList<ProfileRule> rules)
    {
        Name = name;
        Profile = profile;
        Rules = rules;
    }

    /// <summary>Which profile, for example <c>JPKI-SIGN</c>.</summary>
    public string Name { get; }

    /// <summary>The row that the verifier enforces, from which the values here are taken; <see langword="null"/> for other than holders' certificates.</summary>
    public CertificateProfile? Profile { get; }

    /// <summary>The rows, each clause once.</summary>
    public IReadOnlyList<ProfileRule> Rules { get; }

    /// <summary>Finds a row.</summary>
    /// <param name="clause">Its clause.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public ProfileRule? Find(string clause) => Rules.FirstOrDefault(rule => rule.Clause == clause);

    /// <summary>The same set with one row replaced: for what you know and the public does not. What the verifier enforces is its own profile's and stays.</summary>
    /// <param name="clause">The row's clause.</param>
    /// <param name="change">Makes the new row; its clause stays.</param>
    /// <returns>A new set.</returns>
    /// <exception cref="ArgumentException">There is no such row, or the change renames it.</exception>
    public ProfileRuleSet With(string clause, Func<ProfileRule, ProfileRule> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ProfileRule rule = Find(clause) ?? throw new ArgumentException("There is no such clause.", nameof(clause));
        ProfileRule changed = change(rule);
        return changed.Clause == clause
            ? new ProfileRuleSet(Name, Profile, [.. Rules.Select(row => row == rule ? changed : row)])
            : throw new ArgumentException("A clause keeps its name.", nameof(change));
    }
}
