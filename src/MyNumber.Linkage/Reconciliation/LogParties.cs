namespace MyNumber.Linkage.Reconciliation;

/// <summary>The three who record one exchange (情報照会者, 情報提供者, 情報提供ネットワークシステム).</summary>
[Flags]
public enum LogParties
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The inquirer.</summary>
    Inquirer = 1,

    /// <summary>The provider.</summary>
    Provider = 2,

    /// <summary>The core.</summary>
    Core = 4,

    /// <summary>All three: no two of them agree.</summary>
    All = Inquirer | Provider | Core,
}
