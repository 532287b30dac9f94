namespace MyNumber.Linkage.Permission;

/// <summary>What a rule is for, where more than its affair must be given.</summary>
public enum RulePurpose
{
    /// <summary>Nothing more than the affair.</summary>
    General = 0,

    /// <summary>Help for victims of a disaster (被災者台帳の作成に関する事務): the rule is asleep until a disaster is noted for the inquirer.</summary>
    Disaster = 1,

    /// <summary>The person asks for data of their own (自己情報表示): only the portal may use such a rule, and the portal may use no other.</summary>
    SelfInformation = 2,
}
