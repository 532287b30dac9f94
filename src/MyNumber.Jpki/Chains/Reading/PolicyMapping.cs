namespace MyNumber.Jpki.Chains.Reading;

/// <summary>One pair of policyMappings (RFC 5280 §4.2.1.5).</summary>
/// <param name="IssuerPolicy">issuerDomainPolicy.</param>
/// <param name="SubjectPolicy">subjectDomainPolicy.</param>
internal readonly record struct PolicyMapping(string IssuerPolicy, string SubjectPolicy);
