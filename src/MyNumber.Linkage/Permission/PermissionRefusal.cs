namespace MyNumber.Linkage.Permission;

/// <summary>Why a provision is not allowed. Where several rules come near, the refusal of the nearest one is told: the one with the largest number below <see cref="OperatorNotAllowed"/>.</summary>
public enum PermissionRefusal
{
    /// <summary>Not refused.</summary>
    None = 0,

    /// <summary>No rule names inquirer, affair, procedure, provider and set together; the value of a decision that was never made.</summary>
    NoRule = 1,

    /// <summary>A rule will allow it later.</summary>
    NotYetValid = 2,

    /// <summary>A rule allowed it once.</summary>
    Expired = 3,

    /// <summary>Both are organs of one body, and only a rule for different bodies is there.</summary>
    NeedsRuleWithinBody = 4,

    /// <summary>The rule wants the network, and the request goes past it.</summary>
    NotViaNetwork = 5,

    /// <summary>The rule excepts this provision from the network, and the request goes through it.</summary>
    OutsideNetwork = 6,

    /// <summary>An item that the rule does not name, or no item at all.</summary>
    ItemOutsideSet = 7,

    /// <summary>The rule is for disasters, and none is noted for the inquirer.</summary>
    NoDisaster = 8,

    /// <summary>The operator is of another agency, is not at work then, or does not work in this affair.</summary>
    OperatorNotAllowed = 9,

    /// <summary>The inquirer is no agency at that time.</summary>
    UnknownInquirer = 10,

    /// <summary>The provider is no agency at that time.</summary>
    UnknownProvider = 11,

    /// <summary>The provider restricts provisions for affairs under an ordinance (番号法 26条).</summary>
    RestrictedByOrdinance = 12,

    /// <summary>The inquirer's receiving file or the provider's file breaches the rules of the assessment (番号法 28条, 21条2項).</summary>
    AssessmentBreach = 13,

    /// <summary>The rule is for a person's own question through the portal and another asks, or the portal asks by another rule.</summary>
    NotSelfInformation = 14,
}
