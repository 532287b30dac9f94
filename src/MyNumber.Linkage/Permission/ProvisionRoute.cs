namespace MyNumber.Linkage.Permission;

/// <summary>By which way data go from a provider to an inquirer.</summary>
public enum ProvisionRoute
{
    /// <summary>Through the network system (情報提供ネットワークシステム); what is not excepted must go this way.</summary>
    Network = 0,

    /// <summary>Directly, outside of the network, as a withholding slip (源泉徴収票) goes to the tax office.</summary>
    Direct = 1,

    /// <summary>Between organs of one body (庁内他機関への提供), which is a provision too and needs an ordinance.</summary>
    WithinBody = 2,
}
